/**
 * The gate: decides what leaves the platform, for whom and on which ground, and remembers every answer.
 *
 * <p>{@link nl.werkvlak.platform.disclosure.Rule} is the rule, a pure function; {@link
 * nl.werkvlak.platform.disclosure.Gate} is the one way out. Absence of a fact means that nothing leaves.
 */
@NullMarked
package nl.werkvlak.platform.disclosure;

import org.jspecify.annotations.NullMarked;
