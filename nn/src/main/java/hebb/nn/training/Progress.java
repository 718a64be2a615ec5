package hebb.nn.training;

import hebb.nn.callbacks.TrainingCallback;
import hebb.nn.terminal.Terminal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Prints how far a fit, an evaluation or a prediction is: a bar that moves on a terminal, lines
/// elsewhere.
final class Progress implements TrainingCallback {
    private final ProgressBar bar;
    private final boolean moves;
    private boolean fitting;

    /// @param moves whether the bar is drawn again and again; else only the last line is printed
    Progress(ProgressBar bar, boolean moves) {
        this.bar = bar;
        this.moves = moves;
    }

    static Optional<Progress> ofFit(int verbose) {
        return verbose == 0 ? Optional.empty() : Optional.of(of(verbose));
    }

    static Optional<Progress> ofInference(int verbose) {
        boolean silent = verbose == 0 || (verbose == 1 && !Terminal.isPresent());
        return silent ? Optional.empty() : Optional.of(of(verbose));
    }

    private static Progress of(int verbose) {
        boolean moves = verbose == 1 && Terminal.isPresent();
        return new Progress(
                new ProgressBar(System.out, Terminal.hasColor(), System::nanoTime), moves);
    }

    @Override
    public void onTrainBegin(Training training) {
        fitting = true;
    }

    @Override
    public void onTrainEnd(Training training) {
        fitting = false;
    }

    @Override
    public void onEpochBegin(Training training, int epoch) {
        var title = training.epochs() > 1 ? "Epoch " + (epoch + 1) + "/" + training.epochs() : "";
        if (moves && !title.isEmpty()) {
            bar.line(title);
        }
        bar.begin(training.steps(), moves ? "" : title);
    }

    @Override
    public void onTrainBatchEnd(Training training, int batch, Map<String, Double> logs) {
        step(batch, logs);
    }

    @Override
    public void onEpochEnd(Training training, int epoch, Map<String, Double> logs) {
        end(logs);
    }

    @Override
    public void onTestBegin(Training training) {
        if (!fitting) {
            bar.begin(training.steps(), "");
        }
    }

    @Override
    public void onTestBatchEnd(Training training, int batch, Map<String, Double> logs) {
        if (!fitting) {
            step(batch, logs);
        }
    }

    @Override
    public void onTestEnd(Training training, Map<String, Double> logs) {
        if (!fitting) {
            end(new TreeMap<>(logs));
        }
    }

    @Override
    public void onPredictBegin(Training training) {
        bar.begin(training.steps(), "");
    }

    @Override
    public void onPredictBatchEnd(Training training, int batch) {
        step(batch, Map.of());
    }

    @Override
    public void onPredictEnd(Training training) {
        end(Map.of());
    }

    private void step(int batch, Map<String, Double> logs) {
        bar.at(batch + 1);
        if (moves && bar.isDue()) {
            bar.draw(new TreeMap<>(logs));
        }
    }

    private void end(Map<String, Double> logs) {
        if (moves) {
            bar.finish(logs);
        } else {
            bar.summary(logs);
        }
    }
}
