package nl.werkvlak.platform.freetext;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds all entries at once, in one pass over a folded text (Aho and Corasick, 1975): a step per character, whatever the
 * text.
 */
final class Automaton {

    private static final int SPACE = 36;
    private static final int APOSTROPHE = 37;
    private static final int NONE = 38;
    private static final int WIDTH = 38;

    private final List<Entry> entries;

    /** For each state and character, the next state. */
    private final int[] next;

    /** For each state, the entries whose core ends there. */
    private final int[][] found;

    Automaton(List<Entry> entries) {
        this.entries = entries;
        var trie = new Trie();
        for (var index = 0; index < entries.size(); index++) {
            trie.add(entries.get(index).core(), index);
        }
        trie.link();
        this.next = trie.next;
        this.found = trie.found.toArray(int[][]::new);
    }

    /** Takes what is found. */
    interface Visitor {
        /** From and to, exclusive, are places in the folded text, and cover whole words. */
        void found(Entry entry, int from, int to);
    }

    void search(Folded text, Visitor visitor) {
        var state = 0;
        for (var at = 0; at < text.length(); at++) {
            var code = code(text.at(at));
            state = code == NONE ? 0 : next[state * WIDTH + code];
            for (var index : found[state]) {
                report(text, entries.get(index), at, visitor);
            }
        }
    }

    private static void report(Folded text, Entry entry, int last, Visitor visitor) {
        var from = last + 1 - entry.core().length();
        var to = last + 1;
        if ((entry.opensWord() && text.isWord(from) && text.isWord(from - 1))
                || (entry.closesWord() && text.isWord(last) && text.isWord(to))) {
            return;
        }
        visitor.found(
                entry, entry.opensWord() ? from : text.beginOfWord(from), entry.closesWord() ? to : text.endOfWord(to));
    }

    private static int code(char c) {
        if (c >= 'a' && c <= 'z') {
            return c - 'a';
        }
        if (c >= '0' && c <= '9') {
            return 26 + c - '0';
        }
        return c == ' ' || c == '-' ? SPACE : c == '\'' ? APOSTROPHE : NONE;
    }

    /** The automaton while it is made. */
    private static final class Trie {

        private static final int[] NOTHING = {};

        private int[] next = new int[1024 * WIDTH];
        private final List<int[]> found = new ArrayList<>(List.of(NOTHING));

        private void add(String core, int entry) {
            var state = 0;
            for (var at = 0; at < core.length(); at++) {
                var place = state * WIDTH + code(core.charAt(at));
                if (next[place] == 0) {
                    next[place] = found.size();
                    found.add(NOTHING);
                    if (found.size() * WIDTH > next.length) {
                        next = Arrays.copyOf(next, 2 * next.length);
                    }
                }
                state = next[place];
            }
            found.set(state, with(found.get(state), entry));
        }

        /** Where no entry goes on, goes on with the longest other one that ends here as well. */
        private void link() {
            var shorter = new int[found.size()];
            var queue = new ArrayDeque<Integer>(List.of(0));
            while (!queue.isEmpty()) {
                int state = queue.remove();
                for (var code = 0; code < WIDTH; code++) {
                    var place = state * WIDTH + code;
                    var other = state == 0 ? 0 : next[shorter[state] * WIDTH + code];
                    var child = next[place];
                    if (child == 0) {
                        next[place] = other;
                    } else {
                        shorter[child] = other;
                        for (var entry : found.get(other)) {
                            found.set(child, with(found.get(child), entry));
                        }
                        queue.add(child);
                    }
                }
            }
        }

        private static int[] with(int[] list, int entry) {
            var longer = Arrays.copyOf(list, list.length + 1);
            longer[list.length] = entry;
            return longer;
        }
    }
}
