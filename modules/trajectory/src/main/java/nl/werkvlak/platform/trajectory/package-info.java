/**
 * The commission, the client and the course of one assignment: its plan, progress and result.
 *
 * <p>The trajectory, not the person, is the unit of sharing. What is read here for a report is not yet released: only
 * the gate lets it out.
 */
@NullMarked
package nl.werkvlak.platform.trajectory;

import org.jspecify.annotations.NullMarked;
