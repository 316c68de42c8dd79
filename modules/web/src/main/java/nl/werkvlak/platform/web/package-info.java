/** The edge: pages for people; decides nothing. */
@NullMarked
package nl.werkvlak.platform.web;

import org.jspecify.annotations.NullMarked;
