/** The edge, without a server: the contract against the code, and what errors look like. */
@NullMarked
package nl.werkvlak.platform.api;

import org.jspecify.annotations.NullMarked;
