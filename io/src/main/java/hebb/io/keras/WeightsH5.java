package hebb.io.keras;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.io.hdf5.Hdf5Group;
import hebb.io.hdf5.StoredData;
import hebb.io.hdf5.StoredGroup;
import hebb.nn.Model;
import hebb.nn.Weight;
import hebb.nn.layers.VocabularyFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keras's `model.weights.h5`: a group of variables for each layer, and one for the optimizer.
final class WeightsH5 {
    private static final String OPTIMIZER = "optimizer/vars";

    private WeightsH5() {}

    // ---- reading

    /// How many numbers the groups of layers hold.
    static long size(StoredGroup file) {
        return file.everything().entrySet().stream()
                .filter(e -> !e.getKey().startsWith("optimizer/"))
                .mapToLong(e -> e.getValue().count())
                .sum();
    }

    /// Gives a model its weights and, if it is compiled, its optimizer the state. With
    /// `skipMismatch` groups that do not fit are left out.
    static void load(Model model, StoredGroup file, boolean skipMismatch) {
        var fill = new Fill();
        for (var group : VariableGroups.of(model)) {
            var stored = variables(file, group.path());
            if (!skipMismatch) {
                requireWordWeights(file, group);
            }
            if (Fill.fit(group.variables(), stored)) {
                for (int i = 0; i < stored.size(); i++) {
                    fill.add(group.variables().get(i), stored.get(i));
                }
            } else if (!skipMismatch) {
                throw mismatch(file, group, stored);
            }
        }
        boolean begins = model.isCompiled() && !optimizer(model, file, fill, skipMismatch);
        fill.run();
        if (begins) {
            model.trainer()
                    .slots()
                    .reset(); // some begin with the weights, which are only now there
        }
    }

    private static List<StoredData> variables(StoredGroup file, String path) {
        var at = path.isEmpty() ? "vars" : path + "/vars";
        var group = file.findGroup(at);
        var variables = new ArrayList<StoredData>();
        var names = group.map(StoredGroup::names).orElse(List.of());
        long count = names.stream().filter(n -> !n.equals(Vocabularies.WEIGHTS)).count();
        for (int i = 0; i < count; i++) {
            variables.add(group.orElseThrow().data(Integer.toString(i)));
        }
        return variables;
    }

    /// Layers are immutable: the weights of their words come with their words, out of a `.keras`
    /// file, and a file of weights can only confirm them.
    private static void requireWordWeights(StoredGroup file, VariableGroups.Group group) {
        var own = group.words().flatMap(VocabularyFile::tokenWeights);
        var stored = file.findData(group.path() + "/vars/" + Vocabularies.WEIGHTS);
        if (own.isPresent() && stored.isPresent()) {
            var expected = own.get().toDoubles();
            var given = Fill.tensor(stored.get(), Shape.of((int) stored.get().count())).toDoubles();
            boolean same = given.length == expected.length;
            for (int i = 0; same && i < given.length; i++) {
                same = Math.abs(given[i] - expected[i]) <= 1e-5 * Math.abs(expected[i]);
            }
            if (!same) {
                throw HebbException.of(
                                stored.get().place(),
                                "the weights of words are not those of '" + group.name() + "'")
                        .received(Arrays.toString(given))
                        .expected(Arrays.toString(expected))
                        .fix("Model.load of a .keras file, which has the words, too");
            }
        }
    }

    private static HebbException mismatch(
            StoredGroup file, VariableGroups.Group group, List<StoredData> stored) {
        return HebbException.of(
                        file.place() + group.path() + "/vars",
                        "the variables are not those of '" + group.name() + "'")
                .received(stored.isEmpty() ? "none" : stored)
                .expected(group.variables());
    }

    /// Notes the optimizer's state, if the file has one: not of an optimizer that made no step yet.
    private static boolean optimizer(
            Model model, StoredGroup file, Fill fill, boolean skipMismatch) {
        var stored = variables(file, "optimizer");
        if (stored.isEmpty()) {
            return false;
        }
        var state = model.trainer().optimizerState();
        if (stored.size() < state.size() && stored.stream().allMatch(v -> v.shape().isEmpty())) {
            return false; // only counts
        }
        if (skipMismatch && !Fill.fit(state, stored)) {
            return false;
        }
        if (stored.size() != state.size()) {
            throw HebbException.of(
                            file.place() + OPTIMIZER, "the state is not that of the optimizer")
                    .received(stored.size() + " variables")
                    .expected(state.size() + " variables, for " + model.trainer().settings());
        }
        for (int i = 0; i < stored.size(); i++) {
            fill.add(state.get(i), stored.get(i));
        }
        return true;
    }

    // ---- writing

    /// The groups of a model, and of its optimizer if it is compiled.
    static Hdf5Group of(Model model) {
        var root = new Hdf5Group();
        for (var group : VariableGroups.of(model)) {
            var at = root.group(group.path().isEmpty() ? "vars" : group.path() + "/vars");
            at.attribute("name", group.name());
            put(group.variables(), at);
            group.words()
                    .flatMap(VocabularyFile::tokenWeights)
                    .ifPresent(w -> put(Vocabularies.WEIGHTS, w, at));
        }
        optimizerState(model)
                .ifPresent(state -> {
                    var at = root.group(OPTIMIZER);
                    at.attribute(
                            "name", CompileWriter.name(model.trainer().settings().optimizer()));
                    put(state, at);
                });
        return root;
    }

    /// What layers of a model learned: the texts by the names of their entries.
    static Map<String, String> vocabularies(Model model) {
        var texts = new LinkedHashMap<String, String>();
        for (var group : VariableGroups.of(model)) {
            group.words()
                    .flatMap(VocabularyFile::vocabularyLines)
                    .ifPresent(lines ->
                            texts.put(Vocabularies.entry(group.path()), String.join("\n", lines)));
        }
        return texts;
    }

    private static Optional<List<Weight>> optimizerState(Model model) {
        return model.isCompiled()
                ? Optional.of(model.trainer().optimizerState())
                : Optional.empty();
    }

    private static void put(List<Weight> weights, Hdf5Group group) {
        for (int i = 0; i < weights.size(); i++) {
            var value = weights.get(i).value();
            put(Integer.toString(i), value, group);
        }
    }

    /// Adds a tensor to a group.
    static void put(String name, Tensor value, Hdf5Group group) {
        if (value.dtype() == DType.BOOL) {
            group.bools(name, (byte[]) value.toArray(), value.shape().dims());
        } else {
            group.dataset(name, value.toArray(), value.shape().dims());
        }
    }
}
