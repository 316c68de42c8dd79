/** The specification of this room. */
@NullMarked
package nl.werkvlak.platform.subjectrights;

import org.jspecify.annotations.NullMarked;
