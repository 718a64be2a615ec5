package hebb.io.keras;

import hebb.core.shape.Nearest;
import hebb.io.json.Json;
import hebb.nn.Model;
import hebb.nn.losses.Loss;
import hebb.nn.metrics.Metric;
import hebb.nn.optimizers.Optimizer;
import hebb.nn.training.Compile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// What a model was compiled to, out of a `compile_config`: losses, their weights and metrics are
/// given for all outputs at once, as a list in the order of the outputs, or by their names.
final class CompileReader {
    private final ConfigReader reader = new ConfigReader();
    private final List<String> outputs;

    CompileReader(List<String> outputs) {
        this.outputs = outputs;
    }

    /// Compiles a model as its config says, if it says so.
    static void compile(Model model, Json config) {
        config.find("compile_config")
                .filter(c -> !c.fields().isEmpty())
                .ifPresent(c ->
                        model.compile(
                                new CompileReader(model.outputNames()).compile(c, "optimizer")));
    }

    /// The settings in a config whose optimizer stands under that key.
    Compile compile(Json json, String optimizerKey) {
        var optimizer =
                json.find(optimizerKey).orElseThrow(() -> json.wrong("there is no optimizer"));
        var compile = Compile.of((Optimizer<?>) reader.object(optimizer, Family.OPTIMIZER));
        compile = spread(compile, json.find("loss"), (c, o) -> c.loss(o.output, loss(o.json)));
        compile =
                spread(
                        compile,
                        json.find("loss_weights"),
                        (c, o) -> c.lossWeight(o.output, o.json.number()));
        compile =
                spread(
                        compile,
                        json.find("metrics"),
                        (c, o) -> c.metrics(o.output, metrics(o.json)));
        return spread(
                compile,
                json.find("weighted_metrics"),
                (c, o) -> c.weightedMetrics(o.output, metrics(o.json)));
    }

    /// What is said of one output.
    private record Said(String output, Json json) {}

    private Compile spread(
            Compile compile, Optional<Json> given, BiFunction<Compile, Said, Compile> say) {
        var said = given.map(this::byOutput).orElse(List.of());
        var result = compile;
        for (var one : said) {
            if (!one.json.isNull()) {
                result = say.apply(result, one);
            }
        }
        return result;
    }

    private List<Said> byOutput(Json json) {
        if (json.isObject() && json.find("class_name").isEmpty()) {
            var said = new ArrayList<Said>();
            json.fields().forEach((name, value) -> said.add(new Said(output(name, value), value)));
            return said;
        }
        boolean single = outputs.size() == 1;
        if (json.isList() && !(single && !isNested(json))) {
            return inOrder(json);
        }
        return outputs.stream().map(o -> new Said(o, json)).toList();
    }

    private static boolean isNested(Json list) {
        return list.items().stream().anyMatch(Json::isList);
    }

    private List<Said> inOrder(Json list) {
        var items = list.items();
        if (items.size() != outputs.size()) {
            throw list.wrong("the list has not one entry for each output")
                    .received(items.size())
                    .expected(outputs.size() + ", for " + String.join(", ", outputs));
        }
        var said = new ArrayList<Said>();
        for (int i = 0; i < items.size(); i++) {
            said.add(new Said(outputs.get(i), items.get(i)));
        }
        return said;
    }

    private String output(String name, Json at) {
        if (!outputs.contains(name)) {
            throw at.wrong("the model has no output of that name")
                    .received("'" + name + "'")
                    .expected(Nearest.oneOf(outputs))
                    .fix(Nearest.fix(name, outputs));
        }
        return name;
    }

    private Loss<?> loss(Json json) {
        if (json.isList() && json.items().size() == 1) {
            return loss(json.items().getFirst());
        }
        if (json.isText()) {
            var _ = reader.object(json, Family.LOSS); // an error that knows its place
            return Loss.of(json.text());
        }
        return (Loss<?>) reader.object(json, Family.LOSS);
    }

    private Metric<?>[] metrics(Json json) {
        var items = json.isList() ? json.items() : List.of(json);
        return items.stream()
                .filter(item -> !item.isNull())
                .map(this::metric)
                .toArray(Metric<?>[]::new);
    }

    private Metric<?> metric(Json json) {
        if (json.isText()) {
            var _ = reader.object(json, Family.METRIC); // an error that knows its place
            return Metric.of(json.text());
        }
        return (Metric<?>) reader.object(json, Family.METRIC);
    }
}
