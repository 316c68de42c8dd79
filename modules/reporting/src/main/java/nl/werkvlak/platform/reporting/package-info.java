/**
 * Makes reports of what the gate releases: plans a month, fills each report once, keeps it, and gives it out.
 *
 * <p>A run is idempotent: what was issued stays, and each planned part ends in exactly one state. All work of a run
 * goes by sets; nothing of it stays in memory when its batch is done.
 */
@NullMarked
package nl.werkvlak.platform.reporting;

import org.jspecify.annotations.NullMarked;
