/** What the tests of several rooms need: the real database, with the real schema. Never part of the product. */
@NullMarked
package nl.werkvlak.platform.testing;

import org.jspecify.annotations.NullMarked;
