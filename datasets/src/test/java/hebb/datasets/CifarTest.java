package hebb.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.HebbException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarTest {
    private static final int PLANE = 1024;

    @TempDir private Path folder = Path.of("");
    private final Map<String, byte[]> files = new TreeMap<>();

    @BeforeEach
    void write() throws IOException {
        for (int i = 1; i <= 5; i++) {
            put("cifar-10-batches-bin/data_batch_" + i + ".bin", image(i, 2 * i), image(9, 0));
        }
        put("cifar-10-batches-bin/test_batch.bin", image(7, 50));
        put("cifar-100-binary/train.bin", image(19, 99, 30), image(0, 1, 40));
        put("cifar-100-binary/test.bin", image(3, 4, 5));
    }

    /// Labels, then a red, a green and a blue plane that begin with three different numbers.
    private static byte[] image(int... labelsAndPixel) {
        int labels = labelsAndPixel.length - 1;
        var record = new byte[labels + 3 * PLANE];
        for (int i = 0; i < labels; i++) {
            record[i] = (byte) labelsAndPixel[i];
        }
        for (int plane = 0; plane < 3; plane++) {
            record[labels + plane * PLANE] = (byte) (labelsAndPixel[labels] + plane);
            record[labels + (plane + 1) * PLANE - 1] = (byte) (250 + plane);
        }
        return record;
    }

    private void put(String name, byte[]... records) throws IOException {
        var all = new ByteArrayOutputStream();
        for (var each : records) {
            all.write(each);
        }
        files.put(name, all.toByteArray());
    }

    private Shelves shelves() {
        return new Shelves(List.of(folder), List.of(), Downloads.standard());
    }

    private void unpacked() throws IOException {
        for (var file : files.entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    @Test
    void hasTheShapesOfKeras() throws IOException {
        unpacked();
        var cifar = Cifar10.load(shelves());
        assertThat(cifar.train().size()).hasValue(10);
        var train = cifar.train().all();
        assertThat(train.x().spec()).hasToString("uint8(10, 32, 32, 3)");
        assertThat(train.y().spec()).hasToString("uint8(10, 1)");
        assertThat(train.y().toInts()).containsExactly(1, 9, 2, 9, 3, 9, 4, 9, 5, 9);
        assertThat(cifar.test().all().y().toInts()).containsExactly(7);
        assertThat(Cifar10.CLASSES).hasSize(10).startsWith("airplane").endsWith("truck");
    }

    @Test
    void holdsTheColoursOfAPixelTogether() throws IOException {
        unpacked();
        var x = Cifar10.load(shelves()).train().all().x();
        for (int channel = 0; channel < 3; channel++) {
            assertThat(x.at(4, 0, 0, channel)).isEqualTo(6 + channel);
            assertThat(x.at(4, 31, 31, channel)).isEqualTo(250 + channel);
            assertThat(x.at(4, 0, 1, channel)).isZero();
        }
    }

    @Test
    void tellsThingsOrTheirKinds() throws IOException {
        unpacked();
        var fine = Cifar100.load(Cifar100.Kind.FINE, shelves()).train().all();
        var coarse = Cifar100.load(Cifar100.Kind.COARSE, shelves()).train().all();
        assertThat(fine.y().toInts()).containsExactly(99, 1);
        assertThat(coarse.y().toInts()).containsExactly(19, 0);
        assertThat(fine.x().at(1, 0, 0, 1)).isEqualTo(41);
    }

    @Test
    void unpacksTheArchiveThatLiesThere() throws IOException {
        TarFiles.write(folder.resolve("cifar-10-binary.tar.gz"), files);
        assertThat(Cifar10.load(shelves()).train().size()).hasValue(10);
        assertThat(folder.resolve("cifar-10-batches-bin")).isDirectory();
        assertThat(folder.resolve("cifar-100-binary")).doesNotExist();
        assertThat(folder.toFile().list()).hasSize(2);
    }

    @Test
    void aFileOfAnotherSizeIsRefused() throws IOException {
        files.put("cifar-10-batches-bin/data_batch_3.bin", new byte[3000]);
        unpacked();
        assertThatThrownBy(() -> Cifar10.load(shelves()))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        folder.resolve("cifar-10-batches-bin/data_batch_3.bin")
                                + ": this is no file of CIFAR's binary version\n"
                                + "  received: 3000 bytes      expected: a multiple of 3073, the"
                                + " bytes of one image and its class");
    }

    @Test
    void aClassThatIsNoneIsRefused() throws IOException {
        put("cifar-10-batches-bin/test_batch.bin", image(0, 0), image(10, 0));
        unpacked();
        assertThatThrownBy(() -> Cifar10.load(shelves()))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        folder.resolve("cifar-10-batches-bin/test_batch.bin")
                                + " (byte 3073): there is no such class\n"
                                + "  received: 10      expected: from 0 to 9");
    }
}
