package hebb.nn.layers;

import hebb.core.shape.HebbException;
import hebb.data.text.Fingerprint;
import java.util.List;
import java.util.Optional;

/// Texts dealt out into numbered buckets by their hash, as TensorFlow and Keras deal them.
final class HashBuckets {
    private HashBuckets() {}

    /// The bucket of a text: by FarmHash, or by SipHash if there is a salt of two numbers.
    static long of(String text, int buckets, Optional<List<Long>> salt) {
        long hash =
                salt.map(s -> Fingerprint.sip(text, s.get(0), s.get(1)))
                        .orElseGet(() -> Fingerprint.farm(text));
        return Long.remainderUnsigned(hash, buckets);
    }

    /// The two numbers of a salt in a file, where one may stand for both.
    static List<Long> salt(Object value) {
        if (value instanceof Number n) {
            return List.of(n.longValue(), n.longValue());
        }
        if (value instanceof List<?> list && list.size() == 2) {
            return list.stream().map(n -> ((Number) n).longValue()).toList();
        }
        throw HebbException.of("salt", "the salt is no salt")
                .received(value)
                .expected("a whole number, or two of them");
    }
}
