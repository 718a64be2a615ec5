package hebb.io;

import static hebb.nn.layers.Activation.RELU;
import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.shape.HebbException;
import hebb.nn.Model;
import hebb.nn.Sequential;
import hebb.nn.layers.BatchNormalization;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Input;
import hebb.nn.losses.MeanSquaredError;
import hebb.nn.optimizers.Adam;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Valid files, changed at random 10,000 times in all: each is read, or refused by an error of the
/// one form, soon. The seeds are printed with the test.
class FuzzTest {
    private static final int MUTANTS = 2000;
    private static final Duration LONGEST = Duration.ofSeconds(2);

    @TempDir static Path folder;
    private static Path keras;
    private static Path weights;

    @BeforeAll
    static void writeValidFiles() {
        keras = folder.resolve("valid.keras");
        weights = folder.resolve("valid.weights.h5");
        var model = model();
        model.save(keras);
        model.saveWeights(weights);
    }

    private static Model model() {
        var model =
                Sequential.of(
                        Input.of(3),
                        Dense.of(2).activation(RELU),
                        BatchNormalization.of(),
                        Dense.of(1));
        model.compile(Adam.of(), MeanSquaredError.of());
        return model;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void bytesOfAnArchive(long seed) throws IOException {
        var valid = Files.readAllBytes(keras);
        each(seed, "m.keras", random -> Mutation.ofBytes(valid, random), FuzzTest::load);
    }

    /// With the checksum mended, so that the change is seen at all.
    @ParameterizedTest
    @ValueSource(longs = 3)
    void bytesOfTheWeightsInAnArchive(long seed) {
        var entries = Zips.read(keras);
        each(
                seed,
                "m.keras",
                random -> mutated(entries, "model.weights.h5", random, false),
                FuzzTest::load);
    }

    @ParameterizedTest
    @ValueSource(longs = 4)
    void wordsOfTheConfigInAnArchive(long seed) {
        var entries = Zips.read(keras);
        each(
                seed,
                "m.keras",
                random -> mutated(entries, "config.json", random, true),
                FuzzTest::load);
    }

    @ParameterizedTest
    @ValueSource(longs = 5)
    void bytesOfWeights(long seed) throws IOException {
        var valid = Files.readAllBytes(weights);
        var model = model();
        each(
                seed,
                "m.weights.h5",
                random -> Mutation.ofBytes(valid, random),
                file -> model.loadWeights(file));
    }

    private static byte[] mutated(
            Map<String, byte[]> entries, String name, Random random, boolean words) {
        var changed = new LinkedHashMap<>(entries);
        changed.computeIfPresent(
                name,
                (_, bytes) ->
                        words ? Mutation.ofWords(bytes, random) : Mutation.ofBytes(bytes, random));
        return Zips.bytes(changed);
    }

    private static void load(Path file) {
        assertThat(Model.load(file).layers()).isNotEmpty();
    }

    private interface Mutant {
        byte[] of(Random random);
    }

    private interface Reader {
        void read(Path file);
    }

    private static void each(long seed, String name, Mutant mutant, Reader reader) {
        var random = new Random(seed);
        var unexpected = new ArrayList<String>();
        int refused = 0;
        for (int i = 0; i < MUTANTS; i++) {
            var file = folder.resolve(name);
            write(file, mutant.of(random));
            long start = System.nanoTime();
            try {
                reader.read(file);
            } catch (HebbException e) {
                refused++;
                requireForm(e, i, unexpected);
            } catch (RuntimeException | Error e) {
                unexpected.add("mutant " + i + ": " + e);
            }
            if (System.nanoTime() - start > LONGEST.toNanos()) {
                unexpected.add("mutant " + i + " took longer than " + LONGEST);
            }
        }
        assertThat(unexpected).as("seed %d", seed).isEmpty();
        assertThat(refused).as("refused").isGreaterThan(MUTANTS / 10);
    }

    private static void requireForm(HebbException e, int mutant, List<String> unexpected) {
        if (e.getMessage() == null || e.getMessage().length() > 2000) {
            unexpected.add("mutant " + mutant + ": a text of " + e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
