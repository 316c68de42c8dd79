/**
 * Who asks, and what they may do: people with a password, machines with a secret and a token of at most 15 minutes.
 *
 * <p>The {@link nl.werkvlak.platform.security.Doorkeeper} is the only way in; {@link
 * nl.werkvlak.platform.security.Permission} is the whole table of who may do what. Everything that is not permitted
 * there is refused (GDPR 32(1)(b)).
 */
@NullMarked
package nl.werkvlak.platform.security;

import org.jspecify.annotations.NullMarked;
