package hebb.data.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Against TensorFlow's `to_hash_bucket_fast`, `to_hash_bucket_strong` and `cross_hashed`.
class FingerprintTest {
    private static final List<String> TEXTS =
            List.of(
                    "",
                    "a",
                    "ab",
                    "abcd",
                    "abcdefg",
                    "abcdefgh",
                    "café",
                    "sixteen letters.",
                    "seventeen letters",
                    "a text of thirty-three letters....",
                    "x".repeat(64),
                    "y".repeat(65),
                    "The quick brown fox jumps over the lazy dog, and the dog does not mind it much"
                            + " at all. Not at all!",
                    "z".repeat(200),
                    "z".repeat(128));

    private static long bucket(long hash) {
        return Long.remainderUnsigned(hash, Long.MAX_VALUE);
    }

    @Test
    void farmIsThatOfTensorFlow() {
        assertThat(TEXTS.stream().map(t -> bucket(Fingerprint.farm(t))))
                .containsExactly(
                        1936946117179621456L,
                        3694432073954588132L,
                        3066228220894225695L,
                        1897425971756105985L,
                        4341691227789030229L,
                        9145071594317031690L,
                        2156005646011579780L,
                        1505734014080087878L,
                        7723131893474706300L,
                        7099771448992146341L,
                        6916188127298655160L,
                        4023130470993650269L,
                        5223232823785782816L,
                        8728890208429024092L,
                        5180972258444977603L);
    }

    @Test
    void sipIsThatOfTensorFlow() {
        assertThat(TEXTS.stream().map(t -> bucket(Fingerprint.sip(t, 133, 137))))
                .containsExactly(
                        4928313950774450900L,
                        7077939996121841354L,
                        3814769135020288330L,
                        7808205235328240072L,
                        6345475727699773311L,
                        4821859048491749637L,
                        2200240678201728455L,
                        265008265359441734L,
                        3136530113171717642L,
                        3424826035032278352L,
                        8261463781227458993L,
                        4475297591810910813L,
                        259475741535520347L,
                        5373994600396966406L,
                        8693768725345603794L);
    }

    @Test
    void catIsThatOfTensorFlow() {
        long start = 0xDECAFCAFFEL;
        long a = Fingerprint.cat(Fingerprint.cat(start, Fingerprint.farm("a")), 1);
        assertThat(Long.remainderUnsigned(a, 1L << 40)).isEqualTo(102112895485L);
        long b = Fingerprint.cat(Fingerprint.cat(start, Fingerprint.farm("b")), 2);
        assertThat(Long.remainderUnsigned(Fingerprint.cat(b, 2), 1000)).isEqualTo(955);
    }
}
