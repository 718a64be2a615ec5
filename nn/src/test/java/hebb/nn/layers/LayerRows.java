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
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Layers to be held to the contract and to Keras's numbers, under the names of Keras's cases.
final class LayerRows {
    private final Optional<Golden> keras;
    private final double tolerance;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    /// A layer, how to check its contract, and whether Keras computed a case of it.
    private record Row(Layer<?> layer, Runnable contract, boolean hasNumbers) {}

    private LayerRows(Optional<Golden> keras, double tolerance) {
        this.keras = keras;
        this.tolerance = tolerance;
    }

    /// No rows yet, of this file of Keras's cases.
    static LayerRows of(String file) {
        return of(file, Golden.TOLERANCE);
    }

    /// The same, of numbers that differ by so much, or such a part, at most.
    static LayerRows of(String file, double tolerance) {
        return new LayerRows(Optional.of(Golden.of(file)), tolerance);
    }

    /// No rows yet, of layers whose numbers are compared elsewhere, or are random.
    static LayerRows ofContracts() {
        return new LayerRows(Optional.empty(), 0);
    }

    /// A layer, another one of its class, and the shapes of samples.
    <S extends Layer<S>> void row(String name, S layer, S other, Shape... samples) {
        add(name, layer, () -> LayerContract.check(layer, other, samples), keras.isPresent());
    }

    /// The same for a layer of whole numbers from 0 to before `end`.
    <S extends Layer<S>> void whole(String name, S layer, S other, int end, Shape... samples) {
        add(
                name,
                layer,
                () -> LayerContract.checkWhole(layer, other, end, samples),
                keras.isPresent());
    }

    /// The same for a layer of random numbers, which are other ones than Keras's.
    <S extends Layer<S>> void random(String name, S layer, S other, Shape... samples) {
        add(name, layer, () -> LayerContract.check(layer, other, samples), false);
    }

    /// The same for a layer of colours from 0 to 255.
    <S extends Layer<S>> void colors(String name, S layer, S other, Shape... samples) {
        add(name, layer, () -> LayerContract.checkColors(layer, other, samples), false);
    }

    /// A layer that no model can hold, what it is used for, and what it makes.
    <S extends Layer<S>> void alone(String name, S layer, S other, Function<S, Tensor> use) {
        add(name, layer, () -> LayerContract.checkAlone(layer, other, use), false);
    }

    /// The same for a layer whose gradient in training is defined otherwise.
    <S extends Layer<S>> void outsideTraining(String name, S layer, S other, Shape... samples) {
        add(
                name,
                layer,
                () -> LayerContract.checkOutsideTraining(layer, other, samples),
                keras.isPresent());
    }

    /// The same, but for gradients, for a layer whose results jump.
    <S extends Layer<S>> void jumping(String name, S layer, S other, Shape... samples) {
        add(
                name,
                layer,
                () -> LayerContract.checkWithoutGradients(layer, other, samples),
                keras.isPresent());
    }

    private void add(String name, Layer<?> layer, Runnable contract, boolean hasNumbers) {
        rows.put(name, new Row(layer, contract, hasNumbers));
    }

    static Shape shape(int... dims) {
        return Shape.of(dims);
    }

    Stream<String> names() {
        return rows.keySet().stream();
    }

    /// The rows that Keras has numbers for.
    Stream<String> withNumbers() {
        return names().filter(name -> row(name).hasNumbers());
    }

    /// Those of them of which Keras's layer takes a mask.
    Stream<String> withMasks() {
        return withNumbers().filter(name -> keras().tensors(name).containsKey("masked"));
    }

    /// The classes of the layers.
    Stream<Class<?>> classes() {
        return rows.values().stream().map(row -> row.layer().getClass());
    }

    private Golden keras() {
        return keras.orElseThrow();
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
        assertClose(ys.getFirst(), keras().tensor(name, "y"), tolerance);
        for (int i = 1; i < ys.size(); i++) {
            assertClose(ys.get(i), keras().tensor(name, "y" + i), tolerance);
        }
    }

    /// That the layer heeds a mask of its first input, and passes it on, as Keras's does.
    void requireKerasMasks(String name) {
        var layer = row(name).layer().name("l");
        var xs = numbered("x", name);
        var s = Scope.of(weights(name, layer, xs), Pass.inference());
        s.mask(xs.getFirst(), keras().tensor(name, "mask").notEqual(0));
        var y = s.callAll(layer, xs).getFirst();
        assertClose(y, keras().tensor(name, "masked"), tolerance);
        var left = keras().tensors(name).get("left");
        assertThat(s.mask(y).isPresent()).as("a mask is left").isEqualTo(left != null);
        if (left != null) {
            assertClose(s.mask(y).orElseThrow().cast(left.dtype()), left, 0);
        }
    }

    private List<Tensor> numbered(String stem, String name) {
        return keras().tensors(name).keySet().stream()
                .filter(k -> k.matches(stem + "\\d"))
                .map(k -> keras().tensor(name, k))
                .toList();
    }

    /// The weights of a case, for a layer called `l`.
    Weights weights(String name, Layer<?> layer, List<Tensor> xs) {
        var weights = Weights.of(0);
        var _ = Scope.of(weights, Pass.inference()).callAll(layer, xs);
        var given =
                keras().tensors(name).keySet().stream()
                        .filter(k -> k.startsWith("w:"))
                        .map(k -> k.substring(2))
                        .toList();
        assertThat(weights.all().stream().map(w -> w.path().substring(2)))
                .containsExactlyElementsOf(given);
        given.forEach(k -> weights.assign("l/" + k, keras().tensor(name, "w:" + k)));
        return weights;
    }
}
