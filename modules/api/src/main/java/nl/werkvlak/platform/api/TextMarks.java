package nl.werkvlak.platform.api;

import java.util.List;

/**
 * What is marked in a text.
 *
 * @param wordsVersion changes with every change of a word list
 */
public record TextMarks(String wordsVersion, List<MarkView> marks) {}
