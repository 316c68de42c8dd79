package nl.werkvlak.platform.api;

import java.util.List;
import nl.werkvlak.platform.legalbasis.NoPersonalData;
import org.jspecify.annotations.Nullable;

/**
 * An error as it leaves the platform (RFC 9457). It never holds personal data, nor anything that tells a row of another
 * tenant from one that never existed.
 *
 * @param code stable, kebab-case, meant for programs
 * @param errors which fields are wrong, for a request of the wrong shape
 * @param incident what to quote to us, for an error of ours
 */
public record Problem(
        @NoPersonalData String type,
        @NoPersonalData String title,
        @NoPersonalData int status,
        @NoPersonalData String detail,
        @NoPersonalData String code,
        @Nullable List<FieldError> errors,
        @NoPersonalData @Nullable String incident) {

    static final String MEDIA_TYPE = "application/problem+json";
}
