/** Brings the platform up on one machine, with a database and a server of its own, and takes both down again. */
@NullMarked
package nl.werkvlak.platform.launcher;

import org.jspecify.annotations.NullMarked;
