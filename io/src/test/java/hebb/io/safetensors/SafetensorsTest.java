package hebb.io.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.HebbException;
import hebb.nn.Model;
import hebb.nn.Sequential;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Input;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
    @TempDir Path folder;

    private static Model model() {
        return Sequential.of(Input.of(2), Dense.of(2).name("d"));
    }

    @Test
    void namesAreThePathsOfWeights() throws IOException {
        var file = folder.resolve("m.safetensors");
        model().saveWeights(file);
        var text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(text)
                .contains(
                        "{\"d/kernel\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]},"
                                + "\"d/bias\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[16,24]}}");
    }

    @Test
    void halvesBecomeFloats() throws IOException {
        var header =
                "{\"d/kernel\":{\"dtype\":\"F16\",\"shape\":[2,2],\"data_offsets\":[0,8]},"
                        + "\"d/bias\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[8,12]}}";
        var data =
                ByteBuffer.allocate(12)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putShort(Float.floatToFloat16(1.5f))
                        .putShort((short) 0)
                        .putShort((short) 0)
                        .putShort(Float.floatToFloat16(-2))
                        .putShort((short) (Float.floatToIntBits(3f) >> 16))
                        .putShort((short) (Float.floatToIntBits(-1f) >> 16))
                        .array();
        var model = model();
        model.loadWeights(file(header, data));
        assertThat(model.weights().value("d/kernel").toFloats()).containsExactly(1.5f, 0, 0, -2);
        assertThat(model.weights().value("d/bias").toFloats()).containsExactly(3, -1);
    }

    @Test
    void anOverlapAsLongAsTheGapIsSeen() throws IOException {
        var header =
                "{\"d/kernel\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]},"
                        + "\"d/bias\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,16]}}";
        var file = file(header, new byte[24]);
        assertThatThrownBy(() -> model().loadWeights(file))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        file
                                + ": the tensors overlap or leave a gap\n"
                                + "  received: the next tensor at byte 8 behind the header     "
                                + " expected: byte 16, where the tensor before it ends");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    F32 | [2,2]          | [0,99]  | the place does not fit the shape or the file
                    F32 | [2,2]          | [-8,8]  | the place does not fit the shape or the file
                    F32 | [1000000000]   | [0,16]  | the place does not fit the shape or the file
                    F32 | [-1,2]         | [0,16]  | not the shape of a tensor
                    F32 | [99999999999]  | [0,16]  | not the shape of a tensor
                    F32 | [2,1]          | [0,8]   | the tensors overlap or leave a gap
                    C64 | [2]            | [0,16]  | elements of a type that is not read
                    F32 | 4              | [0,16]  | another kind of value is needed
                    """)
    void headersThatLie(String dtype, String shape, String offsets, String text)
            throws IOException {
        var header =
                "{\"d/kernel\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":%s}}"
                        .formatted(dtype, shape, offsets);
        assertRefused(file(header, new byte[16]), text);
    }

    @Test
    void aHeaderLongerThanTheFile() throws IOException {
        var file = folder.resolve("m.safetensors");
        Files.write(file, new byte[] {-1, -1, -1, -1, -1, -1, -1, 127, '{', '}'});
        assertRefused(file, "no safetensors file, or one that is cut off");
    }

    @Test
    void aTensorThatIsMissing() throws IOException {
        assertRefused(file("{}", new byte[0]), "there is no tensor for a weight of the model");
    }

    @Test
    void damageIsRefusedOrHarmless() throws IOException {
        var file = folder.resolve("m.safetensors");
        var model = model();
        model.saveWeights(file);
        var valid = Files.readAllBytes(file);
        var random = new Random(6);
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            var bytes = valid.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            Files.write(file, Arrays.copyOf(bytes, bytes.length - random.nextInt(2)));
            try {
                model.loadWeights(file);
            } catch (HebbException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1000, 1999);
    }

    private static void assertRefused(Path file, String text) {
        assertThatThrownBy(() -> model().loadWeights(file))
                .isInstanceOf(HebbException.class)
                .hasMessageContaining("m.safetensors")
                .hasMessageContaining(text);
    }

    private Path file(String header, byte[] data) throws IOException {
        var bytes = header.getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream();
        out.write(
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(bytes.length)
                        .array());
        out.write(bytes);
        out.write(data);
        var file = folder.resolve("m.safetensors");
        Files.write(file, out.toByteArray());
        return file;
    }
}
