package nl.werkvlak.platform.disclosure.register;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A Merkle tree after RFC 6962, section 2.1, over leaves that are hashed already. It takes the leaves one by one and
 * keeps one hash per level, so that a seal of any size fits in memory.
 */
final class MerkleTree {

    private record Subtree(long leaves, Hash root) {}

    private final Deque<Subtree> subtrees = new ArrayDeque<>();

    void add(Hash leaf) {
        var last = new Subtree(1, leaf);
        while (!subtrees.isEmpty() && subtrees.peek().leaves() == last.leaves()) {
            var left = subtrees.pop();
            last = new Subtree(2 * last.leaves(), Canonical.node(left.root(), last.root()));
        }
        subtrees.push(last);
    }

    /** Of at least one leaf. */
    Hash root() {
        var smallestFirst = subtrees.iterator();
        var root = smallestFirst.next().root();
        while (smallestFirst.hasNext()) {
            root = Canonical.node(smallestFirst.next().root(), root);
        }
        return root;
    }

    static Hash rootOf(List<Hash> leaves) {
        var tree = new MerkleTree();
        leaves.forEach(tree::add);
        return tree.root();
    }

    /** The hashes that lead from a leaf to the root, the lowest first (RFC 6962, section 2.1.1). */
    static List<Hash> path(int leaf, List<Hash> leaves) {
        if (leaves.size() == 1) {
            return new ArrayList<>();
        }
        var split = Integer.highestOneBit(leaves.size() - 1);
        var left = leaves.subList(0, split);
        var right = leaves.subList(split, leaves.size());
        var path = leaf < split ? path(leaf, left) : path(leaf - split, right);
        path.add(rootOf(leaf < split ? right : left));
        return path;
    }
}
