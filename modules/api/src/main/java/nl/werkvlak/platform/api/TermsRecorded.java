package nl.werkvlak.platform.api;

import java.util.List;
import nl.werkvlak.platform.legalbasis.DataCategory;

/**
 * New terms of a commission.
 *
 * @param deniedByMatrix what is in their data scope, and does not leave all the same: the matrix denies it to this kind of
 *     recipient in every report
 */
public record TermsRecorded(TermsView terms, List<DataCategory> deniedByMatrix) {}
