package nl.werkvlak.platform.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of legal bases, by number.
 *
 * @param next the cursor of the next page; absent on the last one
 */
public record LegalBasisPage(
        List<LegalBasisView> legalBases, @Nullable String next) {}
