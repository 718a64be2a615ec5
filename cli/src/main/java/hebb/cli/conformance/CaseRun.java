package hebb.cli.conformance;

import hebb.cli.ArrayFile;
import hebb.cli.HistoryFile;
import hebb.core.tensor.Tensor;
import hebb.data.Dataset;
import hebb.nn.Model;
import hebb.nn.layers.Embedding;
import hebb.nn.layers.ReversibleEmbedding;
import hebb.nn.optimizers.SGD;
import hebb.nn.training.Inference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Does what Keras did with a case, writes the results as Keras did, and compares.
public final class CaseRun {
    private final KerasCase given;
    private final Path output;
    private final Training training;
    private Deviation worst = Deviation.none();

    private CaseRun(KerasCase given, Path output) {
        this.given = given;
        this.output = output;
        this.training = given.training();
    }

    /// Runs the case; what it computes is found in the folder afterwards.
    public static Verdict of(KerasCase given, Path output) {
        try {
            Files.createDirectories(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var run = new CaseRun(given, output);
        run.run();
        return new Verdict(given.name(), run.worst.isAllowed(), run.worst.toString());
    }

    /// How a case went.
    ///
    /// @param detail the largest deviation, or what stopped it
    public record Verdict(String name, boolean passed, String detail) {}

    private void run() {
        var model = Model.load(given.file("initial.keras"));
        predict(model, "predict_initial", Tolerance.BEFORE_TRAINING);
        if (training.epochs() == 0) {
            return;
        }
        var history =
                model.fit(
                        new ArrayFile(given.arrays("x")).inputs(model),
                        new ArrayFile(given.arrays("y")).outputs(model),
                        training.fit(model));
        HistoryFile.write(output.resolve("history.json"), history);
        compare(HistoryFile.numbers(history), HistoryFile.read(given.history()));
        boolean otherSteps = makesOtherSteps(model);
        predict(
                model,
                "predict_trained",
                otherSteps ? Tolerance.OTHER_STEPS : Tolerance.AFTER_TRAINING);
        model.save(output.resolve("trained.keras"));
        if (!otherSteps) {
            compareWeights();
        }
    }

    private void predict(Model model, String name, Tolerance tolerance) {
        var expected = given.arrays(name);
        var x = new ArrayFile(given.arrays("x")).inputs(model);
        var how = Inference.of().batchSize(training.batchSize()).verbose(0);
        var results = model.predictAll(Dataset.of(x, List.<Tensor>of()), how);
        var names = model.outputNames();
        new ArrayFile(output.resolve(expected.getFileName().toString())).write(names, results);
        var expectations = new ArrayFile(expected).outputs(model);
        for (int i = 0; i < results.size(); i++) {
            note(Deviation.of(name, results.get(i), expectations.get(i), tolerance));
        }
    }

    private void compare(HistoryFile.Numbers values, HistoryFile.Numbers expected) {
        expected.byName()
                .forEach((name, numbers) -> {
                    var mine = values.of(name);
                    if (mine.size() != numbers.size()) {
                        note(
                                new Deviation(
                                        "history of '" + name + "': " + mine.size() + " epochs",
                                        Double.POSITIVE_INFINITY,
                                        Double.POSITIVE_INFINITY));
                    }
                    for (int i = 0; i < Math.min(mine.size(), numbers.size()); i++) {
                        note(
                                Deviation.of(
                                        "history of '" + name + "'",
                                        mine.get(i),
                                        numbers.get(i),
                                        Tolerance.HISTORY));
                    }
                });
    }

    // by way of the files, which are part of what is to be right
    private void compareWeights() {
        var mine = Model.load(output.resolve("trained.keras"));
        var keras = Model.load(given.file("initial.keras"));
        keras.loadWeights(given.file("trained.weights.h5"));
        for (var weight : keras.weights()) {
            note(
                    Deviation.of(
                            weight.path(),
                            mine.weights().value(weight.path()),
                            weight.value(),
                            Tolerance.AFTER_TRAINING));
        }
    }

    /// Whether Keras on TensorFlow gives the optimizer each place of a word by itself, and gets
    /// other steps from it than from their sum.
    private static boolean makesOtherSteps(Model model) {
        boolean embeds =
                model.layers().stream()
                        .anyMatch(l -> l instanceof Embedding || l instanceof ReversibleEmbedding);
        return embeds && !(model.trainer().settings().optimizer() instanceof SGD);
    }

    private void note(Deviation deviation) {
        worst = worst.or(deviation);
    }
}
