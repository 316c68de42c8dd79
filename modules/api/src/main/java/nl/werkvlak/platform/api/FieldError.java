package nl.werkvlak.platform.api;

/**
 * What is wrong with one field of a body, or with one parameter.
 *
 * @param field its name; empty for the body as a whole
 * @param code stable, kebab-case, meant for programs
 * @param detail for people, in the language they asked for
 */
public record FieldError(String field, String code, String detail) {}
