package nl.werkvlak.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executors;
import nl.werkvlak.platform.kernel.TenantId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CurrentTenantTest {

    private final TenantId one = TenantId.ofCode("one");
    private final TenantId other = TenantId.ofCode("other");

    @Nested
    class Without_a_tenant {

        @Test
        void there_is_none_and_asking_for_it_is_an_error() {
            assertThat(CurrentTenant.optional()).isEmpty();
            assertThatIllegalStateException().isThrownBy(CurrentTenant::required);
        }
    }

    @Nested
    class Work_for_a_tenant {

        @Test
        void knows_it_and_forgets_it_afterwards() throws Exception {
            assertThat(CurrentTenant.with(one, CurrentTenant::required)).isEqualTo(one);
            assertThat(CurrentTenant.optional()).isEmpty();
        }

        @Test
        void may_be_nested_and_goes_on_for_the_same_tenant() throws Exception {
            CurrentTenant.with(one, () -> {
                assertThat(CurrentTenant.with(one, CurrentTenant::required)).isEqualTo(one);
                assertThat(CurrentTenant.required()).isEqualTo(one);
                return "done";
            });
            assertThat(CurrentTenant.optional()).isEmpty();
        }

        @Test
        void cannot_turn_to_another_tenant() throws Exception {
            CurrentTenant.with(one, () -> {
                assertThatIllegalStateException().isThrownBy(() -> CurrentTenant.with(other, () -> "leak"));
                assertThat(CurrentTenant.required()).isEqualTo(one);
                return "done";
            });
        }

        @Test
        void is_not_that_of_another_thread() throws Exception {
            var thread = Executors.newSingleThreadExecutor();
            try {
                assertThat(CurrentTenant.with(
                                one,
                                () -> thread.submit(CurrentTenant::optional).get()))
                        .isEqualTo(Optional.empty());
            } finally {
                thread.shutdown();
            }
        }

        @Test
        void leaves_nothing_on_its_thread_when_it_failed() throws Exception {
            var thread = Executors.newSingleThreadExecutor();
            try {
                thread.submit(() -> assertThatExceptionOfType(IOException.class)
                                .isThrownBy(() -> CurrentTenant.with(one, () -> {
                                    throw new IOException("the disk is full");
                                })))
                        .get();

                assertThat(thread.submit(CurrentTenant::optional).get()).isEmpty();
                assertThat(thread.submit(() -> CurrentTenant.with(other, CurrentTenant::required))
                                .get())
                        .isEqualTo(other);
            } finally {
                thread.shutdown();
            }
        }
    }
}
