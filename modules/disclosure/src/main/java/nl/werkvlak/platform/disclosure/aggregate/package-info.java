/**
 * Keeps small groups out of published numbers (condition K9): decides which numbers of a report give way, so that neither
 * they nor any sum or difference of what the tenant has gives a small group back.
 *
 * <p>Pure: it knows tallies and who is behind them, no report, no database and no tenant.
 */
@NullMarked
package nl.werkvlak.platform.disclosure.aggregate;

import org.jspecify.annotations.NullMarked;
