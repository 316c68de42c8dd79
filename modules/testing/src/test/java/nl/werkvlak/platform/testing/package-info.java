@NullMarked
package nl.werkvlak.platform.testing;

import org.jspecify.annotations.NullMarked;
