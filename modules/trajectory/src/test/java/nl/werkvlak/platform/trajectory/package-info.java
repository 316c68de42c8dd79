/** The specification of this room. */
@NullMarked
package nl.werkvlak.platform.trajectory;

import org.jspecify.annotations.NullMarked;
