package hebb.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.tensor.Tensor;
import hebb.data.format.Npy;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/// What Keras made, as `src/test/python/zoo.py` wrote it down.
final class Stored {
    private static final Path CASE =
            Path.of("..", "io", "src", "test", "cases", "mobilenet_imagenet");

    private Stored() {}

    static Path file(String name) {
        var place = Objects.requireNonNull(Stored.class.getResource(name), name);
        try {
            return Path.of(place.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static String text(String name) throws IOException {
        return Files.readString(file(name));
    }

    static Tensor tensor(String name) {
        return Npy.read(file(name));
    }

    /// A file of the case `mobilenet_imagenet`.
    static Path ofCase(String name) {
        return CASE.resolve(name);
    }

    static String unpackedText(String name) throws IOException {
        try (var packed = new GZIPInputStream(Files.newInputStream(file(name)))) {
            return new String(packed.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static Path unpacked(String name, Path into) throws IOException {
        var file = into.resolve(name.replaceFirst("\\.gz$", ""));
        try (var packed = new GZIPInputStream(Files.newInputStream(file(name)))) {
            var _ = Files.copy(packed, file);
        }
        return file;
    }

    static void assertClose(Tensor received, Tensor expected, double tolerance) {
        assertThat(received.shape()).isEqualTo(expected.shape());
        var r = received.toDoubles();
        var e = expected.toDoubles();
        for (int i = 0; i < r.length; i++) {
            assertThat(Math.abs(r[i] - e[i]))
                    .as("%d: %s for %s", i, r[i], e[i])
                    .isLessThanOrEqualTo(tolerance * (1 + Math.abs(e[i])));
        }
    }
}
