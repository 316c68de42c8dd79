/** Scenarios against the product as shipped: the EAR on its server, over HTTP, on a real database. */
@NullMarked
package nl.werkvlak.platform.scenarios;

import org.jspecify.annotations.NullMarked;
