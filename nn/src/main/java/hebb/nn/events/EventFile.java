package hebb.nn.events;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/// A file of measured values that TensorBoard shows: `events.out.tfevents.…` in a folder of its own
/// for each run. Each value is in the file as soon as it was given.
public final class EventFile {
    // the fields of TensorFlow's messages Event, Summary and Summary.Value
    private static final int WALL_TIME = 1;
    private static final int STEP = 2;
    private static final int FILE_VERSION = 3;
    private static final int SUMMARY = 5;
    private static final int VALUE = 1;
    private static final int TAG = 1;
    private static final int SIMPLE_VALUE = 2;
    private static final int HISTOGRAM = 5;

    private static final int CRC_MASK = 0xa282ead8;

    private final Path file;

    private EventFile(Path file) {
        this.file = file;
    }

    /// A new file in this folder, which is made if it is not there.
    public static EventFile in(Path folder) {
        var name = "events.out.tfevents.%010d.hebb.%d".formatted(seconds(), System.nanoTime());
        var events = new EventFile(folder.resolve(name));
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
        events.write(event(0).with(FILE_VERSION, "brain.Event:2"));
        return events;
    }

    private static long seconds() {
        return System.currentTimeMillis() / 1000;
    }

    /// One number at a step, under a tag.
    public void scalar(String tag, double value, long step) {
        add(step, new Message().with(TAG, tag).with(SIMPLE_VALUE, (float) value));
    }

    /// How often numbers of each size occur in a tensor, at a step, under a tag.
    public void histogram(String tag, Tensor values, long step) {
        var histogram = Histogram.of(values.toDoubles()).message();
        add(step, new Message().with(TAG, tag).with(HISTOGRAM, histogram));
    }

    private void add(long step, Message value) {
        write(event(step).with(SUMMARY, new Message().with(VALUE, value)));
    }

    private static Message event(long step) {
        return new Message().with(WALL_TIME, System.currentTimeMillis() / 1000.0).with(STEP, step);
    }

    /// A record: its length, that length's checksum, the bytes, their checksum.
    private void write(Message message) {
        var bytes = message.bytes();
        var length = Message.little(8).putLong(bytes.length).array();
        var record =
                Message.little(16 + bytes.length)
                        .put(length)
                        .putInt(masked(length))
                        .put(bytes)
                        .putInt(masked(bytes))
                        .array();
        append(record);
    }

    private void append(byte... record) {
        try {
            Files.write(file, record, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static int masked(byte... bytes) {
        var crc = new CRC32C();
        crc.update(bytes);
        return Integer.rotateRight((int) crc.getValue(), 15) + CRC_MASK;
    }

    private static HebbException unwritable(Path path, IOException e) {
        return HebbException.of("TensorBoard", "the events cannot be written")
                .received("'" + path + "'")
                .cause(e);
    }
}
