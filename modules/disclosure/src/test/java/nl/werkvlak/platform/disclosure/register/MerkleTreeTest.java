package nl.werkvlak.platform.disclosure.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleTreeTest {

    /** The inputs of the reference implementation of Certificate Transparency. */
    private static final List<String> INPUTS =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    @ParameterizedTest
    @CsvSource({
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void has_the_root_that_rfc_6962_gives(int size, String root) {
        assertThat(MerkleTree.rootOf(leaves().limit(size).toList()).hex()).isEqualTo(root);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13, 100})
    void leads_from_each_leaf_to_its_root(int size) {
        var leaves = Stream.iterate(0, i -> i + 1)
                .limit(size)
                .map(i -> sha256(new byte[] {i.byteValue()}))
                .toList();
        for (var leaf = 0; leaf < size; leaf++) {
            var path = MerkleTree.path(leaf, leaves);
            assertThat(climb(leaves.get(leaf), leaf, size, path)).isEqualTo(MerkleTree.rootOf(leaves));
            assertThat(climb(sha256(new byte[] {77, 77}), leaf, size, path)).isNotEqualTo(MerkleTree.rootOf(leaves));
        }
    }

    /** As a reader of the proof would, after RFC 9162, section 2.1.3.2. */
    private static Hash climb(Hash leaf, int index, int size, List<Hash> path) {
        var place = index;
        var last = size - 1;
        var hash = leaf;
        for (var step : path) {
            if (place % 2 == 1 || place == last) {
                hash = Canonical.node(step, hash);
                while (place % 2 == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Canonical.node(hash, step);
            }
            place >>= 1;
            last >>= 1;
        }
        assertThat(last).isZero();
        return hash;
    }

    private static Stream<Hash> leaves() {
        return INPUTS.stream().map(input -> {
            var bytes = HexFormat.of().parseHex("00" + input);
            return sha256(bytes);
        });
    }

    private static Hash sha256(byte[] bytes) {
        try {
            return Hash.of(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
