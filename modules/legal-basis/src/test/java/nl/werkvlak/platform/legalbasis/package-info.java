/** The specification of this room. */
@NullMarked
package nl.werkvlak.platform.legalbasis;

import org.jspecify.annotations.NullMarked;
