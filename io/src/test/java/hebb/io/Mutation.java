package hebb.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/// Damage at random.
final class Mutation {
    private static final long[] EXTREMES = {
        0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, Integer.MAX_VALUE, 1L << 32, 96, 8, 1L << 20
    };
    private static final List<String> WORDS =
            List.of(
                    "1000000000",
                    "-1",
                    "0",
                    "null",
                    "true",
                    "NaN",
                    "Infinity",
                    "1e308",
                    "[]",
                    "{}",
                    "\"\"",
                    "\"relu\"",
                    "2147483648",
                    "-2147483648",
                    "[[[[1]]]]",
                    "0.5",
                    "3");
    private static final Pattern VALUE =
            Pattern.compile("(?<=[:\\[,] ?)(-?[0-9.e-]+|null|true|false|\"[^\"]*\")");

    private Mutation() {}

    /// One to three changes of bytes.
    static byte[] ofBytes(byte[] valid, Random random) {
        var bytes = valid.clone();
        for (int i = 0; i <= random.nextInt(3); i++) {
            bytes = changed(bytes, random);
        }
        return bytes;
    }

    private static byte[] changed(byte[] bytes, Random random) {
        if (bytes.length < 16) {
            return bytes;
        }
        int at = random.nextInt(bytes.length - 8);
        switch (random.nextInt(6)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt(256);
            case 2 ->
                    ByteBuffer.wrap(bytes)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putLong(at & -8, EXTREMES[random.nextInt(EXTREMES.length)]);
            case 3 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 4 -> {
                int from = random.nextInt(bytes.length - 8);
                System.arraycopy(bytes, from, bytes, at, 8);
            }
            default ->
                    ByteBuffer.wrap(bytes)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putLong(at & -8, random.nextInt(bytes.length));
        }
        return bytes;
    }

    /// Another value in place of one in a JSON text; now and then a change of bytes.
    static byte[] ofWords(byte[] valid, Random random) {
        if (random.nextInt(8) == 0) {
            return ofBytes(valid, random);
        }
        var text = new String(valid, StandardCharsets.UTF_8);
        var values = VALUE.matcher(text).results().toList();
        var value = values.get(random.nextInt(values.size()));
        var word =
                random.nextBoolean()
                        ? WORDS.get(random.nextInt(WORDS.size()))
                        : values.get(random.nextInt(values.size())).group();
        return (text.substring(0, value.start()) + word + text.substring(value.end()))
                .getBytes(StandardCharsets.UTF_8);
    }
}
