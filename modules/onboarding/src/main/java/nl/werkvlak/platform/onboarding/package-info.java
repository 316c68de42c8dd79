/**
 * Brings an export of a client tracking system in: seventeen CSV files, two (agreements and applications) and
 * some columns that not every system writes, checked as a whole before the first row is written, and written so that importing again changes nothing.
 */
@NullMarked
package nl.werkvlak.platform.onboarding;

import org.jspecify.annotations.NullMarked;
