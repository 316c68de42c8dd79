/**
 * The rule itself: when a tenant may receive a value (regulation art. 4, 5, 6, 7, 9, 12 and 14).
 *
 * <p>{@link nl.werkvlak.platform.disclosure.rule.Rule} is a pure function of the {@link
 * nl.werkvlak.platform.disclosure.rule.Facts} about one trajectory, the {@link
 * nl.werkvlak.platform.disclosure.rule.Matrix}, the processing register and an instant: it knows no database and no
 * clock. Who asks it for something that leaves goes through the gate, one package up.
 */
@NullMarked
package nl.werkvlak.platform.disclosure.rule;

import org.jspecify.annotations.NullMarked;
