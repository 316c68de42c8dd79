/** The edge: HTTP for machines; decides nothing. */
@NullMarked
package nl.werkvlak.platform.api;

import org.jspecify.annotations.NullMarked;
