/**
 * The edge: HTTP for machines, after the Dutch API Design Rules. It translates, delegates and answers; it decides nothing.
 *
 * <p>{@code EdgeFilter} finds out who asks, {@code PermissionFilter} whether that caller may, and every error leaves as a
 * problem document (RFC 9457). The contract is {@code openapi.json}, which a test holds against the code.
 */
@NullMarked
package nl.werkvlak.platform.api;

import org.jspecify.annotations.NullMarked;
