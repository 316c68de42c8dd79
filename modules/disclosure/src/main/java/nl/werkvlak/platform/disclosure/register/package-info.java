/**
 * The memory of the gate: the disclosure register, append-only and tamper-evident.
 *
 * <p>Each tenant has a register of its own: entries numbered from 1 without a gap, each hashed together with the hash
 * before it; what one transaction writes is closed by a seal with the Merkle root of its entries, and seals are hashed
 * together with the seal before them. Where the register ends is anchored outside the database. {@link
 * nl.werkvlak.platform.disclosure.register.DisclosureRegister} writes, {@link
 * nl.werkvlak.platform.disclosure.register.Disclosures} answers and verifies, {@link
 * nl.werkvlak.platform.disclosure.register.Witness} anchors. What exactly is hashed stands in {@code Canonical}.
 */
@NullMarked
package nl.werkvlak.platform.disclosure.register;

import org.jspecify.annotations.NullMarked;
