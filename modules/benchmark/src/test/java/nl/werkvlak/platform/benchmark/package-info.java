/** How fast the platform is, measured as a user of it would meet it: on a real database, with data made for it. */
@NullMarked
package nl.werkvlak.platform.benchmark;

import org.jspecify.annotations.NullMarked;
