/**
 * Seals the columns that say most about a person, under a key of each client's own below one master key.
 *
 * <p>The master key comes from outside the database; erasing a client's key erases the client's sealed data, in the
 * tables, in the issued reports and in every backup (GDPR 17, 32).
 */
@NullMarked
package nl.werkvlak.platform.vault;

import org.jspecify.annotations.NullMarked;
