package hebb.datasets;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.shape.UnreadableFile;
import hebb.core.tensor.Tensor;
import hebb.data.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// The binary version of CIFAR: records of one or two labels and 3 · 1024 pixels, all red ones
/// first.
///
/// @param labels how many labels a record begins with
/// @param label which of them is taken
/// @param classes how many classes that one tells apart
record CifarFiles(int labels, int label, int classes) {
    private static final int SIDE = 32;
    private static final int PLANE = SIDE * SIDE;
    private static final int PIXELS = 3 * PLANE;
    private static final int MOST_RECORDS = 100_000;

    /// The records of these files: x uint8 `(count, 32, 32, 3)`, y uint8 `(count, 1)`.
    Dataset read(List<Path> files) {
        var counts = files.stream().mapToInt(this::count).toArray();
        int all = Arrays.stream(counts).sum();
        var numbers = new byte[all];
        var images =
                Tensor.filled(
                        new Spec(Shape.of(all, SIDE, SIDE, 3), DType.UINT8),
                        array -> {
                            int at = 0;
                            for (var file : files) {
                                at += read(file, (byte[]) array, numbers, at);
                            }
                        });
        return Dataset.of(images, Tensor.of(numbers, new Spec(Shape.of(all, 1), DType.UINT8)));
    }

    private int record() {
        return labels + PIXELS;
    }

    private int count(Path file) {
        long size;
        try {
            size = Files.size(file);
        } catch (IOException e) {
            throw UnreadableFile.of(file, e);
        }
        if (size == 0 || size % record() != 0 || size / record() > MOST_RECORDS) {
            throw HebbException.of(file.toString(), "this is no file of CIFAR's binary version")
                    .received(size + " bytes")
                    .expected(
                            "a multiple of " + record() + ", the bytes of one image and its class");
        }
        return (int) (size / record());
    }

    private int read(Path file, byte[] images, byte[] numbers, int at) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw UnreadableFile.of(file, e);
        }
        int count = bytes.length / record();
        for (int i = 0; i < count; i++) {
            int start = i * record();
            numbers[at + i] = bytes[start + label];
            if ((numbers[at + i] & 0xff) >= classes) {
                throw HebbException.of(
                                file + " (byte " + (start + label) + ")", "there is no such class")
                        .received(numbers[at + i] & 0xff)
                        .expected("from 0 to " + (classes - 1));
            }
            interleave(bytes, start + labels, images, (at + i) * PIXELS);
        }
        return count;
    }

    private static void interleave(byte[] planes, int from, byte[] pixels, int to) {
        for (int i = 0; i < PLANE; i++) {
            pixels[to + 3 * i] = planes[from + i];
            pixels[to + 3 * i + 1] = planes[from + PLANE + i];
            pixels[to + 3 * i + 2] = planes[from + 2 * PLANE + i];
        }
    }
}
