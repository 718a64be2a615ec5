package hebb.cli.conformance;

import hebb.cli.ArrayFile;
import hebb.cli.PythonJson;
import hebb.core.tensor.Tensor;
import hebb.data.Batch;
import hebb.data.Dataset;
import hebb.nn.Model;
import hebb.nn.training.Fit;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// How a case is trained: what its `case.json` says, in the words of Keras's `fit`.
record Training(Path folder, JsonNode json) {
    static Training read(Path file) {
        return new Training(
                Optional.ofNullable(file.getParent()).orElse(Path.of("")), PythonJson.read(file));
    }

    int epochs() {
        return json.path("epochs").asInt();
    }

    int batchSize() {
        return json.path("batch_size").asInt(32);
    }

    Fit fit(Model model) {
        var fit =
                Fit.epochs(epochs())
                        .batchSize(batchSize())
                        .shuffle(json.path("shuffle").asBoolean(false))
                        .initialEpoch(json.path("initial_epoch").asInt(0))
                        .validationSplit(json.path("validation_split").asDouble(0))
                        .validationFreq(json.path("validation_freq").asInt(1))
                        .classWeight(classWeight())
                        .verbose(0);
        if (json.has("validation_batch_size")) {
            fit = fit.validationBatchSize(json.path("validation_batch_size").asInt());
        }
        fit = fit.sampleWeight(weights("sample_weight", model));
        return validation(model).map(fit::validation).orElse(fit);
    }

    private Optional<Dataset> validation(Model model) {
        if (!json.has("validation_x")) {
            return Optional.empty();
        }
        var samples =
                Batch.of(file("validation_x").inputs(model), file("validation_y").outputs(model));
        return Optional.of(
                Dataset.of(samples.weighted(weights("validation_sample_weight", model))));
    }

    private Map<Integer, Double> classWeight() {
        var weights = new HashMap<Integer, Double>();
        json.path("class_weight")
                .forEachEntry(
                        (name, weight) -> weights.put(Integer.valueOf(name), weight.asDouble()));
        return weights;
    }

    private List<Optional<Tensor>> weights(String setting, Model model) {
        return json.has(setting) ? file(setting).someOutputs(model) : List.of();
    }

    private ArrayFile file(String setting) {
        return new ArrayFile(folder.resolve(json.path(setting).asString()));
    }
}
