package hebb.nn.training;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.data.Batch;
import hebb.data.Dataset;
import java.util.Map;
import java.util.Optional;

/// The data of a fit, made ready: what is kept for validation, the order, the size of batches, the
/// weights of classes.
///
/// @param train epochs of batches to learn from
/// @param validation batches to evaluate on, if there are any
record Feed(Dataset train, Optional<Dataset> validation) {
    static Feed of(Dataset data, Fit fit) {
        var train = data;
        var validation = fit.validation;
        if (fit.validationSplit > 0 && validation.isEmpty()) {
            int border = border(data, fit.validationSplit);
            train = data.take(border);
            validation = Optional.of(data.skip(border));
        }
        if (fit.shuffle && train.size().isPresent()) {
            train = train.shuffle(fit.seed);
        }
        if (!fit.classWeight.isEmpty()) {
            train = train.mapBatches(batch -> byClass(batch, fit.classWeight));
        }
        return new Feed(
                batched(train, fit.batchSize),
                validation.map(v -> batched(v, fit.validationBatch(v))));
    }

    /// In batches of this size, or if none is given as the data set says.
    static Dataset batched(Dataset data, Optional<Integer> size) {
        return size.map(data::batch).orElse(data);
    }

    /// Where Keras cuts: the number of samples that stay.
    private static int border(Dataset data, double fraction) {
        int all =
                data.size()
                        .orElseThrow(() ->
                                HebbException.of("fit", "a stream cannot be split")
                                        .received("validationSplit(" + fraction + ")")
                                        .expected("data of which it is known how many they are")
                                        .fix(
                                                "give the validation data themselves:"
                                                        + " .validation(data)"));
        int border = (int) Math.floor(all * (1.0 - fraction));
        if (border == 0 || border == all) {
            throw HebbException.of("fit", "there are too few samples to split them")
                    .received(all + " samples, validationSplit(" + fraction + ")")
                    .expected("at least one sample on each side");
        }
        return border;
    }

    /// Keras's rule: class numbers as they are, one-hot rows by their largest place.
    private static Batch byClass(Batch batch, Map<Integer, Double> factors) {
        if (batch.ys().size() != 1) {
            throw HebbException.of("fit", "class weights need one output")
                    .received(batch.ys().size() + " outputs")
                    .fix("give the batches sample weights instead");
        }
        if (!batch.weights().isEmpty()) {
            throw HebbException.of("fit", "there are sample weights beside the class weights")
                    .received("classWeight " + factors)
                    .expected("the one or the other, as in Keras")
                    .fix("multiply them and give sample weights alone");
        }
        var y = batch.y();
        if (y.rank() > 1) {
            y = y.dim(-1) == 1 ? y.squeeze(-1) : y.argMax(-1);
        }
        var classes = (y.dtype().isFloating() ? y.round() : y).toInts();
        var weights = new float[classes.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = factors.getOrDefault(classes[i], 1.0).floatValue();
        }
        var weight = Tensor.of(weights).reshape(y.shape());
        return batch.weighted(weight);
    }
}
