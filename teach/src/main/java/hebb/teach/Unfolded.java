package hebb.teach;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Model;
import hebb.nn.Sequential;
import hebb.nn.layers.Activation;
import hebb.nn.layers.Biased;
import hebb.nn.layers.Input;
import hebb.nn.regularizers.Regularizer;
import hebb.nn.training.Compile;
import java.util.ArrayList;
import java.util.List;

/// A copy of a model in which each activation is a layer of its own, so that what goes into it can
/// be seen. It has the weights, the optimizer and the optimizer's state of the model, and changes
/// none of them.
///
/// @param model the copy, compiled
/// @param names of its layers, in their order, without the input
record Unfolded(Sequential model, List<String> names) {
    /// @throws HebbException if the model is not compiled, or no chain of layers
    static Unfolded of(Model model, Tensor x) {
        var trainer = model.trainer();
        var _ = model.build(x.spec());
        var layers = new ArrayList<Layer<?>>();
        var names = new ArrayList<String>();
        layers.add(Input.of(x.shape().drop(0)).dtype(model.inputs().getFirst().dtype()));
        for (var layer : chain(model)) {
            for (var part : parts(layer, model.nameOf(layer))) {
                layers.add(part);
                names.add(part.name());
            }
        }
        var copy = Sequential.of(layers);
        var typed = model.dtype().map(copy::dtype).orElse(copy);
        copyWeights(model, typed);
        var output = model.outputNames().getFirst();
        var loss = trainer.settings().lossOf(output).orElseThrow();
        typed.compile(Compile.of(trainer.settings().optimizer()).loss(loss));
        var from = trainer.optimizerState();
        var into = typed.trainer().optimizerState();
        for (int i = 0; i < from.size(); i++) {
            into.get(i).assign(from.get(i).value());
        }
        return new Unfolded((Sequential) typed, List.copyOf(names));
    }

    private static List<Layer<?>> chain(Model model) {
        var uses = model.drawn().order();
        for (var use : uses) {
            boolean follows = use.inputs().size() == 1;
            if (!follows || use.layer() instanceof Model || isUsedTwice(model, use.layer())) {
                throw notAChain(model, use.layer());
            }
        }
        if (model.inputNames().size() > 1 || model.outputNames().size() > 1) {
            throw notAChain(model, model);
        }
        return uses.stream().<Layer<?>>map(u -> u.layer()).toList();
    }

    private static boolean isUsedTwice(Model model, Layer<?> layer) {
        return model.drawn().uses(layer).size() > 1;
    }

    private static HebbException notAChain(Model model, Layer<?> at) {
        return HebbException.of("Teach.trace", "the network is no chain of layers")
                .received("'" + model.label() + "', at " + at)
                .expected("layers one behind the other, each used once, and no model among them");
    }

    private static List<Layer<?>> parts(Layer<?> layer, String name) {
        var named = layer.name(name);
        if (!(named instanceof Biased<?> weighted)
                || !(layer.options().values().get("activation") instanceof Activation activation)
                || activation.function().equals(Activation.LINEAR.function())
                || !layer.activityRegularizer().equals(Regularizer.none())) {
            return List.of(named);
        }
        return List.of(
                weighted.activation(Activation.LINEAR),
                activation.name(name + "_" + activation.function()));
    }

    private static void copyWeights(Model from, Model into) {
        for (var weight : from.weights()) {
            into.weights().assign(weight.path(), weight.value());
            if (!weight.isTrainable() && !weight.isState()) {
                var _ = into.freeze(weight.path());
            }
        }
    }
}
