package nl.werkvlak.platform.disclosure;

import java.util.List;

/**
 * A cell of the matrix as somebody wrote it, in the words of the matrix; nothing of it is known to be right.
 *
 * @param codes such as {@code K1} and {@code K10}, or {@code N2}
 */
public record CellWords(
        String category, String recipientKind, String reportKind, String decision, List<String> codes) {}
