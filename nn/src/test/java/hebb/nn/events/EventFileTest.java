package hebb.nn.events;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.tensor.Tensor;
import hebb.nn.Sequential;
import hebb.nn.callbacks.TensorBoard;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Input;
import hebb.nn.training.Fit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {
    /// The records of the only file in a folder, whose checksums are looked at.
    private static List<String> records(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var file = files.findFirst().orElseThrow();
            assertThat(file.getFileName().toString()).startsWith("events.out.tfevents.");
            var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            var records = new ArrayList<String>();
            while (bytes.hasRemaining()) {
                var length = new byte[8];
                bytes.get(length);
                assertThat(bytes.getInt()).isEqualTo(masked(length));
                var record =
                        new byte
                                [(int)
                                        ByteBuffer.wrap(length)
                                                .order(ByteOrder.LITTLE_ENDIAN)
                                                .getLong()];
                bytes.get(record);
                assertThat(bytes.getInt()).isEqualTo(masked(record));
                records.add(new String(record, StandardCharsets.ISO_8859_1));
            }
            return records;
        }
    }

    /// Bit by bit, as Castagnoli's polynomial says.
    private static int masked(byte... bytes) {
        int crc = -1;
        for (byte b : bytes) {
            crc ^= b & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc >>> 1) ^ ((crc & 1) == 0 ? 0 : 0x82f63b78);
            }
        }
        return Integer.rotateRight(~crc, 15) + 0xa282ead8;
    }

    @Test
    void recordsHoldValuesUnderTheirTags(@TempDir Path folder) throws IOException {
        var events = EventFile.in(folder.resolve("run"));
        events.scalar("loss", 0.5, 300);
        events.histogram("kernel", Tensor.of(1f, 2f, Float.NaN), 300);
        var records = records(folder.resolve("run"));
        assertThat(records).hasSize(3);
        assertThat(records.getFirst()).endsWith("brain.Event:2");
        // step 300; summary: value: tag 'loss', simple_value 0.5f
        assertThat(records.get(1))
                .endsWith("\u0010\u00ac\u0002*\r\n\u000b\n\u0004loss\u0015\0\0\0?");
        assertThat(records.getLast()).contains("\n\u0006kernel");
    }

    @Test
    void histogramsCountWhatLiesInEachRange() {
        var histogram = Histogram.of(0, 0.5, 1, 30, Double.NaN).message().bytes();
        var numbers = ByteBuffer.wrap(histogram).order(ByteOrder.LITTLE_ENDIAN);
        var ends = new double[5];
        Arrays.setAll(ends, i -> numbers.getDouble(1 + 9 * i));
        assertThat(ends).containsExactly(0, 30, 4, 31.5, 901.25);
        int limits = 45 + 3;
        int counts = limits + 240 + 3;
        assertThat(numbers.getDouble(limits)).isEqualTo(1);
        assertThat(numbers.getDouble(counts)).isEqualTo(2);
        assertThat(numbers.getDouble(counts + 8)).isEqualTo(1);
        assertThat(numbers.getDouble(counts + 29 * 8)).isEqualTo(1);
    }

    @Test
    void aTrainingIsWrittenByEpochAndBatch(@TempDir Path folder) throws IOException {
        var model = Sequential.of(Input.of(2), Dense.of(1));
        model.compile("sgd", "mse");
        var x = Tensor.ones(4, 2);
        var y = Tensor.ones(4, 1);
        var board = TensorBoard.of(folder.toString()).histogramFreq(1).updateFreq(2);
        var _ =
                model.fit(
                        x,
                        y,
                        Fit.epochs(1).batchSize(1).validation(x, y).callbacks(board).verbose(0));
        var train = String.join("\n", records(folder.resolve("train")));
        assertThat(train)
                .contains(
                        "batch_loss",
                        "epoch_loss",
                        "epoch_learning_rate",
                        "dense/kernel/histogram",
                        "dense/bias/histogram");
        assertThat(train.split("batch_loss", -1)).hasSize(3);
        assertThat(String.join("\n", records(folder.resolve("validation"))))
                .contains("epoch_loss", "evaluation_loss_vs_iterations");
    }
}
