package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import java.util.List;

/// Layers one after the other, as one layer: for preparing images or numbers.
///
/// - weights: those of the layers, under their names; in Keras's files in the list `layers`
public final class Pipeline extends Layer<Pipeline> {
    private List<Layer<?>> layers;

    private Pipeline(List<Layer<?>> layers) {
        this.layers = layers;
    }

    /// Of these layers.
    public static Pipeline of(Layer<?>... layers) {
        return new Pipeline(List.of(layers));
    }

    /// Its layers, in order.
    public List<Layer<?>> layers() {
        return layers;
    }

    @Override
    protected Tensor call(Scope s, List<Tensor> xs) {
        return callAll(s, xs).getFirst();
    }

    @Override
    protected List<Tensor> callAll(Scope s, List<Tensor> xs) {
        var ys = xs;
        for (var layer : layers) {
            ys = s.callAll(layer, ys);
        }
        return ys;
    }

    @Override
    @SuppressWarnings("unchecked") // a file's list is checked when its layers are made
    public Options options() {
        return Options.of("layers", List.class, layers, v -> layers = List.copyOf(v));
    }
}
