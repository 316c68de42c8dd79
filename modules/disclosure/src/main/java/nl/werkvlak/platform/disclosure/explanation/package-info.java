/** Tells the privacy officer why something may leave or not, at any instant, and what would happen if a fact were otherwise. */
@NullMarked
package nl.werkvlak.platform.disclosure.explanation;

import org.jspecify.annotations.NullMarked;
