package hebb.io;

import static hebb.io.KerasFileTest.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hebb.core.tensor.Tensor;
import hebb.data.format.Npy;
import hebb.nn.Model;
import hebb.nn.training.Fit;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Python's Keras opens what Hebb wrote, predicts the same, and trains on as Hebb does.
///
/// It looks for a Python with Keras: `HEBB_PYTHON`, `python3`, those of `hebb bench --peers`.
/// Without one it is skipped.
class OpensInKerasTest {
    private static final List<String> CASES =
            List.of(
                    "batchnorm_dense",
                    "bidirectional_lstm",
                    "conv2d_groups",
                    "dense_regularized",
                    "functional_resnet",
                    "gru_reset_before",
                    "multi_head_attention",
                    "nested_model",
                    "optimizer_adam_amsgrad",
                    "optimizer_cosine",
                    "optimizer_ema",
                    "optimizer_ftrl",
                    "optimizer_nadam",
                    "optimizer_rmsprop",
                    "separable_conv2d",
                    "shared_layer",
                    "time_distributed");

    @TempDir Path folder;

    private record Written(Path file, Tensor x, Tensor y, Model model) {}

    @Test
    void predictsTheSameAndTrainsOn() throws IOException, InterruptedException {
        var python = python();
        assumeTrue(python.isPresent(), "no Python with Keras: set HEBB_PYTHON to one");
        var written = new ArrayList<Written>();
        for (var name : CASES) {
            written.add(trained(name, folder.resolve(name + ".keras")));
        }
        written.add(trained("batchnorm_conv", folder.resolve("legacy.h5")));
        assertThat(run(python.get(), "src/test/python/open_models.py", folder.toString())).isZero();
        for (var w : written) {
            assertClose(result(w, "predict"), w.model.predict(w.x), 1e-4);
            if (w.file.toString().endsWith(".h5")) {
                continue; // Keras does not go on training from the older format
            }
            w.model.fit(w.x, w.y, Fit.epochs(1).batchSize(w.x.dim(0)).shuffle(false).verbose(0));
            assertClose(result(w, "after"), w.model.predict(w.x), 1e-3);
        }
    }

    private static Tensor result(Written written, String what) {
        return Npy.read(Path.of(written.file + "." + what + ".npy"));
    }

    /// A model two steps into its training, and its data.
    private static Written trained(String name, Path file) {
        var model = Model.load(Cases.file(name, "initial.keras"));
        var x = Npy.read(Cases.file(name, "x.npy"));
        var y = Npy.read(Cases.file(name, "y.npy"));
        model.fit(x, y, Fit.epochs(2).batchSize(x.dim(0)).shuffle(false).verbose(0));
        model.save(file);
        Npy.write(Path.of(file + ".x.npy"), x);
        Npy.write(Path.of(file + ".y.npy"), y);
        return new Written(file, x, y, model);
    }

    private static Optional<String> python() {
        var given = Stream.ofNullable(System.getenv("HEBB_PYTHON"));
        return Stream.of(given, Stream.of("python3"), ofBenchmarks())
                .flatMap(s -> s)
                .filter(OpensInKerasTest::hasKeras)
                .findFirst();
    }

    private static Stream<String> ofBenchmarks() {
        var peers = Path.of(System.getProperty("user.home"), ".hebb", "peers").toFile();
        return Stream.ofNullable(peers.listFiles())
                .flatMap(Stream::of)
                .map(f -> f + File.separator + "bin" + File.separator + "python");
    }

    private static boolean hasKeras(String python) {
        try {
            var code = "import importlib.util as u; raise SystemExit(u.find_spec('keras') is None)";
            return run(python, "-c", code) == 0;
        } catch (IOException e) {
            return false; // there is no such program
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        var log = Files.createTempFile("hebb-python", ".log").toFile();
        var process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
        boolean done = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        if (!done || process.exitValue() != 0) {
            System.err.println(Files.readString(log.toPath()));
        }
        Files.delete(log.toPath());
        return done ? process.exitValue() : -1;
    }
}
