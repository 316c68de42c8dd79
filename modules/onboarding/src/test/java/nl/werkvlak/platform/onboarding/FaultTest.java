package nl.werkvlak.platform.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTest {

    @ParameterizedTest
    @EnumSource(Fault.class)
    void says_what_to_do_in_both_languages(Fault fault) {
        var dutch = Fault.advice(fault.code(), Locale.forLanguageTag("nl"));
        assertThat(dutch).endsWith(".");
        assertThat(Fault.advice(fault.code(), Locale.UK)).endsWith(".").isNotEqualTo(dutch);
    }
}
