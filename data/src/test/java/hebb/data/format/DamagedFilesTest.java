package hebb.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is in a file, a reader gives a tensor or says what is wrong. The heap of these tests is
/// small, so that a reader which believes a damaged size is found out.
class DamagedFilesTest {
    private static final int MUTATIONS = 10_000;
    private static final List<String> NPY =
            List.of("bool", "int16", "float32", "float64", "fortran", "scalar", "version2");

    private record Original(Path file, Function<Path, Object> reader) {}

    @TempDir private Path folder = Path.of("");

    private List<Original> originals() {
        var originals = new ArrayList<Original>();
        for (var name : NPY) {
            originals.add(new Original(NumpyFiles.path(name + ".npy"), Npy::read));
        }
        for (var name : List.of("stored.npz", "deflated.npz")) {
            originals.add(new Original(NumpyFiles.path(name), Npz::read));
        }
        for (var name : List.of("x.idx", "x.idx.gz")) {
            var file = folder.resolve(name);
            Idx.write(file, Tensor.arange(24).reshape(2, 3, 4));
            originals.add(new Original(file, Idx::read));
        }
        return originals;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20250916})
    void giveATensorOrAnErrorThatNamesTheFile(long seed) throws IOException {
        var random = new Random(seed);
        var originals = originals();
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            var original = originals.get(i % originals.size());
            var file = folder.resolve(i + "-" + original.file.getFileName());
            Files.write(file, damaged(Files.readAllBytes(original.file), random));
            try {
                assertThat(original.reader.apply(file)).isNotNull();
            } catch (HebbException e) {
                refused++;
                assertThat(e).hasMessageStartingWith(file.toString());
                assertThat(e.getMessage()).doesNotContain("memory", "null");
            } catch (RuntimeException | Error e) {
                throw new AssertionError("mutation " + file.getFileName(), e);
            }
            Files.delete(file);
        }
        assertThat(refused).isBetween(MUTATIONS / 2, MUTATIONS - 1);
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt();
                case 2 -> bytes = Arrays.copyOf(bytes, 1 + at);
                case 3 -> bytes = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(50));
                case 4 -> bytes[at] = (byte) "0123456789-(),'<>".charAt(random.nextInt(17));
                default -> {
                    if (at + 4 <= bytes.length) {
                        int[] large = {Integer.MAX_VALUE, -1, Integer.MIN_VALUE, 0x00ffffff};
                        ByteBuffer.wrap(bytes).putInt(at, large[random.nextInt(large.length)]);
                    }
                }
            }
        }
        return bytes;
    }
}
