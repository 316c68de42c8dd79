package nl.werkvlak.platform.api;

import nl.werkvlak.platform.legalbasis.NoPersonalData;

/**
 * What is wrong with one field of a body, or with one parameter.
 *
 * @param field its name; empty for the body as a whole
 * @param code stable, kebab-case, meant for programs
 * @param detail for people, in the language they asked for
 */
public record FieldError(
        @NoPersonalData String field,
        @NoPersonalData String code,
        @NoPersonalData String detail) {}
