package nl.werkvlak.platform.trajectory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who reviews a text.
 *
 * @param id of the account or client, as registers write it
 * @param coach which coach that is; nothing for a privacy officer
 */
public record Reviewer(String id, @Nullable UUID coach) {}
