package hebb.nn.layers;

import static hebb.nn.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.core.tensor.Traced;
import hebb.nn.Golden;
import hebb.nn.Layer;
import hebb.nn.Pass;
import hebb.nn.Scope;
import hebb.nn.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Layers to be held to the contract and to Keras's numbers, under the names of Keras's cases.
final class LayerRows {
    private final Golden keras;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    /// A layer, and how to check its contract.
    private record Row(Layer<?> layer, Runnable contract) {}

    private LayerRows(Golden keras) {
        this.keras = keras;
    }

    /// No rows yet, of this file of Keras's cases.
    static LayerRows of(String file) {
        return new LayerRows(Golden.of(file));
    }

    /// A layer, another one of its class, and the shapes of samples.
    <S extends Layer<S>> void row(String name, S layer, S other, Shape... samples) {
        rows.put(name, new Row(layer, () -> LayerContract.check(layer, other, samples)));
    }

    /// The same for a layer of whole numbers from 0 to before `end`.
    <S extends Layer<S>> void whole(String name, S layer, S other, int end, Shape... samples) {
        rows.put(name, new Row(layer, () -> LayerContract.checkWhole(layer, other, end, samples)));
    }

    static Shape shape(int... dims) {
        return Shape.of(dims);
    }

    Stream<String> names() {
        return rows.keySet().stream();
    }

    Golden keras() {
        return keras;
    }

    private Row row(String name) {
        return Objects.requireNonNull(rows.get(name));
    }

    void requireContract(String name) {
        row(name).contract().run();
    }

    /// That the layer's results are those of the case.
    void requireKerasNumbers(String name) {
        var layer = row(name).layer().name("l");
        var xs = numbered("x", name);
        var weights = weights(name, layer, xs);
        var traced = Traced.ofAll(in -> Scope.of(weights, Pass.inference()).callAll(layer, in));
        var ys = traced.runAll(xs);
        assertClose(ys.getFirst(), keras.tensor(name, "y"));
        for (int i = 1; i < ys.size(); i++) {
            assertClose(ys.get(i), keras.tensor(name, "y" + i));
        }
    }

    private List<Tensor> numbered(String stem, String name) {
        return keras.tensors(name).keySet().stream()
                .filter(k -> k.matches(stem + "\\d"))
                .map(k -> keras.tensor(name, k))
                .toList();
    }

    /// The weights of a case, for a layer called `l`.
    Weights weights(String name, Layer<?> layer, List<Tensor> xs) {
        var weights = Weights.of(0);
        var _ = Scope.of(weights, Pass.inference()).callAll(layer, xs);
        var given =
                keras.tensors(name).keySet().stream()
                        .filter(k -> k.startsWith("w:"))
                        .map(k -> k.substring(2))
                        .toList();
        assertThat(weights.all().stream().map(w -> w.path().substring(2)))
                .containsExactlyElementsOf(given);
        given.forEach(k -> weights.assign("l/" + k, keras.tensor(name, "w:" + k)));
        return weights;
    }
}
