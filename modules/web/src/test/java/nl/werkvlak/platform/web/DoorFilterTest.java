package nl.werkvlak.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DoorFilterTest {

    private static final String HOST = "127.0.0.1:8080";

    @Nested
    class A_form {

        @Test
        void from_a_page_of_this_site_comes_in() {
            assertThat(DoorFilter.isOwnSite("same-origin", "http://" + HOST, HOST))
                    .isTrue();
        }

        @Test
        void from_another_site_does_not_even_when_it_claims_our_origin() {
            assertThat(DoorFilter.isOwnSite("cross-site", "http://" + HOST, HOST))
                    .isFalse();
            assertThat(DoorFilter.isOwnSite("same-site", "http://" + HOST, HOST))
                    .isFalse();
        }

        @Test
        void of_an_older_browser_is_judged_by_its_origin() {
            assertThat(DoorFilter.isOwnSite(null, "http://" + HOST, HOST)).isTrue();
            assertThat(DoorFilter.isOwnSite(null, "http://127.0.0.1:8081", HOST))
                    .isFalse();
            assertThat(DoorFilter.isOwnSite(null, "null", HOST)).isFalse();
        }

        @Test
        void that_does_not_say_where_it_comes_from_stays_out() {
            assertThat(DoorFilter.isOwnSite(null, null, HOST)).isFalse();
            assertThat(DoorFilter.isOwnSite(null, "not a url", HOST)).isFalse();
        }
    }

    @Nested
    class What_is_sent {

        @Test
        void may_be_large_where_exports_are_handed_in_and_nowhere_else() {
            assertThat(DoorFilter.isTooLarge(Entrance.IMPORTS, DoorFilter.LARGEST_UPLOAD))
                    .isFalse();
            assertThat(DoorFilter.isTooLarge(Entrance.IMPORTS, 2 * DoorFilter.LARGEST_UPLOAD))
                    .isTrue();
            assertThat(DoorFilter.isTooLarge(Entrance.SIGNED, 100_000)).isTrue();
        }
    }
}
