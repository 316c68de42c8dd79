/**
 * The gate: decides what leaves the platform, for whom and on which ground, and remembers every answer.
 *
 * <p>{@link nl.werkvlak.platform.disclosure.rule.Rule} is the rule, a pure function in a package of its own; {@link
 * nl.werkvlak.platform.disclosure.Gate} is the one way out. Absence of a fact means that nothing leaves.
 */
@NullMarked
package nl.werkvlak.platform.disclosure;

import org.jspecify.annotations.NullMarked;
