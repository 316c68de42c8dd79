package nl.werkvlak.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BsnTest {

    @ParameterizedTest
    @ValueSource(strings = {"999990007", "999990019", "111222333"})
    void a_number_that_passes_the_eleven_test_is_a_bsn(String digits) {
        assertThat(new Bsn(digits).digits()).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "000000000", "999990008", "99999000", "9999900070", "99999000a", "٩٩٩٩٩٠٠٠٧"})
    void anything_else_is_refused_without_being_quoted(String digits) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bsn(digits))
                .withMessage("Not a valid citizen service number");
    }

    @Test
    void it_never_prints_itself_in_full() {
        assertThat(new Bsn("999990007")).hasToString("******007");
    }
}
