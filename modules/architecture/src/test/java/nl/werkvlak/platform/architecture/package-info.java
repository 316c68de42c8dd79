/** The house rules, and the tests that look after them. */
@NullMarked
package nl.werkvlak.platform.architecture;

import org.jspecify.annotations.NullMarked;
