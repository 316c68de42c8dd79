/** What the server lends to every room: the database, the persistence unit, the vault and the clock. */
@NullMarked
package nl.werkvlak.platform.persistence;

import org.jspecify.annotations.NullMarked;
