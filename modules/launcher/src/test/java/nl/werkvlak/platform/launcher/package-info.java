@NullMarked
package nl.werkvlak.platform.launcher;

import org.jspecify.annotations.NullMarked;
