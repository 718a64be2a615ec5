package hebb.nn;

import hebb.core.shape.Spec;
import hebb.core.tensor.Traced;
import java.util.List;
import java.util.Map;

/// Learns a layer's results without making its weights.
final class Probe {
    private Probe() {}

    /// The specs of what the layer makes of inputs of these specs.
    static List<Spec> results(Layer<?> layer, Map<String, Object> arguments, List<Spec> inputs) {
        return Traced.ofAll(
                        xs -> Scope.of(Weights.of(0), Pass.probe()).callAll(layer, arguments, xs))
                .infer(inputs);
    }
}
