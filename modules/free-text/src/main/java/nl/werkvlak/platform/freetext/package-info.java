/**
 * Finds in a free text what a free text must not hold: words about health, belief, origin or crime, and numbers that lead
 * to a person.
 *
 * <p>{@link nl.werkvlak.platform.freetext.TextGuard} is a pure function over word lists. The lists are data: one file per
 * kind and language beside this package, with how to extend it at its head. What a mark leads to is decided elsewhere.
 */
@NullMarked
package nl.werkvlak.platform.freetext;

import org.jspecify.annotations.NullMarked;
