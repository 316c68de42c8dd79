/** What happens before the first request: the database is found, and brought to the schema this release needs. */
@NullMarked
package nl.werkvlak.platform.startup;

import org.jspecify.annotations.NullMarked;
