/** Tests of the processing register. */
@NullMarked
package nl.werkvlak.platform.processingregister;

import org.jspecify.annotations.NullMarked;
