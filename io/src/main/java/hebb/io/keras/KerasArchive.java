package hebb.io.keras;

import hebb.core.shape.HebbException;
import hebb.data.format.NewFile;
import hebb.io.hdf5.Hdf5Reader;
import hebb.io.hdf5.Hdf5Writer;
import hebb.io.hdf5.StoredGroup;
import hebb.io.json.Json;
import hebb.nn.Loading;
import hebb.nn.Model;
import hebb.nn.Weight;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Keras 3's `.keras` file: a zip of `metadata.json`, `config.json` and `model.weights.h5`, and of
/// the words that layers learned.
public final class KerasArchive {
    private static final String METADATA = "metadata.json";
    private static final String CONFIG = "config.json";
    private static final String WEIGHTS = "model.weights.h5";

    /// Room for what HDF5 writes beside the numbers.
    private static final long OVERHEAD = 16 << 20;

    /// The version of Keras whose files these are.
    static final String KERAS_VERSION = "3.15.1";

    private KerasArchive() {}

    /// The model in a file, compiled if it was.
    ///
    /// @throws HebbException if it cannot be read
    public static Model load(Path file) {
        try (var archive = Archive.open(file)) {
            var config = config(file, archive.entry(CONFIG));
            var weights = weights(file, archive);
            var words = Vocabularies.of(config);
            words.read(archive, weights);
            var model =
                    Loading.of(
                            file.toString(),
                            WeightsH5.size(weights) + ModelReader.STATES,
                            () -> new ModelReader(new ConfigReader(words)).model(config));
            CompileReader.compile(model, config);
            if (model.isBuilt()) {
                WeightsH5.load(model, weights, false);
            }
            return model;
        }
    }

    /// The groups of the weights in a file.
    public static StoredGroup weights(Path file) {
        try (var archive = Archive.open(file)) {
            return weights(file, archive);
        }
    }

    private static StoredGroup weights(Path file, Archive archive) {
        return Hdf5Reader.read(
                file + ", " + WEIGHTS, MemorySegment.ofArray(archive.entry(WEIGHTS)));
    }

    private static Json config(Path file, byte[] bytes) {
        return Json.parse(file + ", " + CONFIG, new String(bytes, StandardCharsets.UTF_8));
    }

    /// Writes a model.
    ///
    /// @throws HebbException if it cannot be written
    public static void save(Model model, Path file) {
        requireRoom(model, file);
        var config = Json.write(ModelWriter.whole(model));
        var weights = new ByteArrayOutputStream();
        var words = WeightsH5.vocabularies(model);
        try {
            Hdf5Writer.write(WeightsH5.of(model), weights);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written yet
        }
        NewFile.write(file, out -> write(config, words, weights.toByteArray(), out));
    }

    /// The weights become one array before they are written.
    private static void requireRoom(Model model, Path file) {
        var states = model.isCompiled() ? model.trainer().slots().all() : List.<Weight>of();
        long bytes = bytes(model.weights().all()) + bytes(states);
        if (bytes > Archive.LARGEST - OVERHEAD) {
            throw HebbException.of(file.toString(), "the weights are too large for a .keras file")
                    .received(bytes + " bytes")
                    .expected("less than 2 GiB")
                    .fix("model.saveWeights(\"….safetensors\"), and model.toJson()");
        }
    }

    private static long bytes(List<Weight> weights) {
        return weights.stream()
                .mapToLong(w -> (long) w.shape().size() * w.spec().dtype().bytes())
                .sum();
    }

    private static void write(
            String config, Map<String, String> words, byte[] weights, OutputStream out)
            throws IOException {
        var zip = new ZipOutputStream(out);
        put(zip, METADATA, Json.write(metadata()).getBytes(StandardCharsets.UTF_8));
        put(zip, CONFIG, config.getBytes(StandardCharsets.UTF_8));
        for (var entry : words.entrySet()) {
            put(zip, entry.getKey(), entry.getValue().getBytes(StandardCharsets.UTF_8));
        }
        put(zip, WEIGHTS, weights);
        zip.finish();
    }

    private static Map<String, Object> metadata() {
        var now = LocalDateTime.now(ZoneId.systemDefault());
        return ConfigWriter.map(
                "keras_version",
                KERAS_VERSION,
                "date_saved",
                now.format(DateTimeFormatter.ofPattern("yyyy-MM-dd@HH:mm:ss")));
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        var crc = new CRC32();
        crc.update(bytes);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCompressedSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
