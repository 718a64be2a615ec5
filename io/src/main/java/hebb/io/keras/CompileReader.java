package hebb.io.keras;

import hebb.core.shape.HebbException;
import hebb.core.shape.Nearest;
import hebb.io.json.Json;
import hebb.nn.Model;
import hebb.nn.Nested;
import hebb.nn.losses.Loss;
import hebb.nn.metrics.Metric;
import hebb.nn.optimizers.Optimizer;
import hebb.nn.training.Compile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// What a model was compiled to, out of a `compile_config`: losses, their weights and metrics are
/// given for all outputs at once, as a list in the order of the outputs, by their names, or in
/// lists and dicts as the outputs themselves.
final class CompileReader {
    private final ConfigReader reader = new ConfigReader();
    private final Nested<String> nest;
    private final List<String> outputs;

    CompileReader(Model model) {
        nest = outputs(model);
        outputs = nest.values();
    }

    /// The names of a model's outputs, put together as they are.
    static Nested<String> outputs(Model model) {
        var names = model.outputNames().iterator();
        return model.isBuilt()
                ? model.drawn().outputNest().map(_ -> names.next())
                : new Nested.One<>(names.next());
    }

    /// Compiles a model as its config says, if it says so.
    static void compile(Model model, Json config) {
        config.find("compile_config")
                .filter(c -> !c.fields().isEmpty())
                .ifPresent(c -> model.compile(new CompileReader(model).compile(c, "optimizer")));
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
        var said = new ArrayList<Said>();
        if (isByName(json) && !(nest instanceof Nested.Keyed)) {
            json.fields().forEach((name, value) -> said.add(new Said(output(name, value), value)));
        } else {
            follow(nest, json, said);
        }
        return said;
    }

    private static boolean isByName(Json json) {
        return json.isObject() && json.find("class_name").isEmpty();
    }

    /// What is said of outputs that are put together so.
    private void follow(Nested<String> part, Json json, List<Said> said) {
        if (isByName(json) && part instanceof Nested.Keyed<String>(var items)) {
            json.fields()
                    .forEach((key, value) -> {
                        var item = items.get(key);
                        if (item == null) {
                            throw unknown(key, value, items.keySet());
                        }
                        follow(item, value, said);
                    });
        } else if (json.isList() && !(outputs.size() == 1 && !isNested(json))) {
            inOrder(part, json, said);
        } else {
            part.values().forEach(output -> said.add(new Said(output, json)));
        }
    }

    private static boolean isNested(Json list) {
        return list.items().stream().anyMatch(Json::isList);
    }

    private void inOrder(Nested<String> part, Json list, List<Said> said) {
        var items = list.items();
        if (part instanceof Nested.One<String>(var output)) {
            said.add(
                    new Said(
                            output, items.size() == 1 && isNested(list) ? items.getFirst() : list));
            return;
        }
        if (part instanceof Nested.Listed<String>(var parts) && parts.size() == items.size()) {
            for (int i = 0; i < items.size(); i++) {
                follow(parts.get(i), items.get(i), said);
            }
            return;
        }
        var names = part.values();
        if (items.size() != names.size()) {
            throw list.wrong("the list has not one entry for each output")
                    .received(items.size())
                    .expected(names.size() + ", for " + String.join(", ", names));
        }
        for (int i = 0; i < items.size(); i++) {
            said.add(new Said(names.get(i), items.get(i)));
        }
    }

    private String output(String name, Json at) {
        if (!outputs.contains(name)) {
            throw unknown(name, at, outputs);
        }
        return name;
    }

    private static HebbException unknown(String name, Json at, Collection<String> outputs) {
        return at.wrong("the model has no output of that name")
                .received("'" + name + "'")
                .expected(Nearest.oneOf(outputs))
                .fix(Nearest.fix(name, outputs));
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
