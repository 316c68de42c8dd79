/**
 * The edge: pages for people; decides nothing.
 *
 * <p>Every address stands in {@link nl.werkvlak.platform.web.Entrance}, with who may come in; whatever does not stand
 * there does not exist. A page is a Facelet of the same name with one bean behind it. No view keeps state on the server
 * or in the page, so that a page that was left open still works.
 */
@NullMarked
package nl.werkvlak.platform.web;

import org.jspecify.annotations.NullMarked;
