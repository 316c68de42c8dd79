/** Tells a tenant by mail that there is something to look at, and never what: no content, no number, nobody's name. */
@NullMarked
package nl.werkvlak.platform.reporting.mail;

import org.jspecify.annotations.NullMarked;
