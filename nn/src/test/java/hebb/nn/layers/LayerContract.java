package hebb.nn.layers;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import hebb.core.tensor.Traced;
import hebb.nn.Golden;
import hebb.nn.Layer;
import hebb.nn.Pass;
import hebb.nn.Scope;
import hebb.nn.Weight;
import hebb.nn.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// What must hold for every layer, whatever it computes.
///
/// Its shape is inferred before data as it is in the end; its options, given to another layer of
/// its class, make that one its equal; its gradients, in training and else, are those of finite
/// differences in float64; it computes the same in float32.
final class LayerContract {
    private static final double STEP = 1e-5;
    private static final int BATCH = 3;

    private final Layer<?> layer;
    private final List<Shape> samples;

    private final double low;
    private final double high;

    private LayerContract(Layer<?> layer, double low, double high, List<Shape> samples) {
        this.layer = layer;
        this.low = low;
        this.high = high;
        this.samples = samples;
    }

    /// Checks a layer on samples of these shapes, one for each of its inputs. `other` is a layer of
    /// the same class with other options.
    static <S extends Layer<S>> void check(S layer, S other, Shape... samples) {
        new LayerContract(layer, -2, 2, Arrays.asList(samples)).check(copied(layer, other));
    }

    /// The same for a layer that takes what it is given for whole numbers from 0 to before `end`.
    static <S extends Layer<S>> void checkWhole(S layer, S other, int end, Shape... samples) {
        new LayerContract(layer, 0.1, end - 0.1, Arrays.asList(samples))
                .check(copied(layer, other));
    }

    /// The same for a layer of colours from 0 to 255.
    static <S extends Layer<S>> void checkColors(S layer, S other, Shape... samples) {
        new LayerContract(layer, 1, 254, Arrays.asList(samples)).check(copied(layer, other));
    }

    /// The same for a layer whose gradient in training is defined otherwise.
    static <S extends Layer<S>> void checkOutsideTraining(S layer, S other, Shape... samples) {
        new LayerContract(layer, -2, 2, Arrays.asList(samples))
                .checkOutsideTraining(copied(layer, other));
    }

    /// The same, but for gradients, for a layer whose results jump.
    static <S extends Layer<S>> void checkWithoutGradients(S layer, S other, Shape... samples) {
        new LayerContract(layer, -2, 2, Arrays.asList(samples))
                .checkWithoutGradients(copied(layer, other));
    }

    /// The same, as far as it goes, for a layer that no model can hold.
    static <S extends Layer<S>> void checkAlone(S layer, S other, Function<S, Tensor> use) {
        Golden.assertClose(use.apply(copied(layer, other)), use.apply(layer), 0);
    }

    private void check(Layer<?> copy) {
        checkOutsideTraining(copy);
        hasTheRightGradients(true);
    }

    private void checkOutsideTraining(Layer<?> copy) {
        checkWithoutGradients(copy);
        hasTheRightGradients(false);
    }

    private void checkWithoutGradients(Layer<?> copy) {
        infersItsShape();
        isMadeOfItsOptions(copy);
        computesInFloat32();
    }

    // ---- running it

    private List<Spec> specs(int batch, DType type) {
        return samples.stream().map(s -> new Spec(s.prepend(batch), type)).toList();
    }

    private List<Tensor> inputs(DType type) {
        var random = Randoms.of(5, "inputs");
        return specs(BATCH, type).stream().map(s -> random.uniform(s, low, high)).toList();
    }

    private static Traced traced(Layer<?> layer, Weights weights, boolean training) {
        return Traced.ofAll(xs -> {
            var pass = training ? Pass.training(11, 0) : Pass.inference();
            var s = Scope.of(weights, pass);
            return List.of(s.call(layer, xs.toArray(Tensor[]::new)));
        });
    }

    private static Tensor run(Layer<?> layer, Weights weights, List<Tensor> inputs) {
        return traced(layer, weights, false).runAll(inputs).getFirst();
    }

    // ---- what must hold

    private void infersItsShape() {
        var inferred =
                traced(layer, Weights.of(3), true)
                        .infer(specs(Shape.UNKNOWN, DType.FLOAT32))
                        .getFirst();
        var result = run(layer, Weights.of(3), inputs(DType.FLOAT32));
        assertThat(inferred).isEqualTo(new Spec(result.shape().with(0, -1), DType.FLOAT32));
    }

    private void isMadeOfItsOptions(Layer<?> copy) {
        var given = inputs(DType.FLOAT32);
        Golden.assertClose(run(copy, Weights.of(3), given), run(layer, Weights.of(3), given), 0);
    }

    /// Another layer, given all options of the first.
    private static <S extends Layer<S>> S copied(S layer, S other) {
        var copy = other.trainable(true);
        for (var option : layer.options().all()) {
            copy.options().assign(option.name(), option.value());
        }
        assertThat(copy.options()).hasToString(layer.options().toString());
        return copy;
    }

    private void computesInFloat32() {
        var given = inputs(DType.FLOAT32);
        var single = run(layer, Weights.of(3), given);
        var wide = given.stream().map(x -> x.cast(DType.FLOAT64)).toList();
        var exact = run(layer.dtype(DType.FLOAT64), Weights.of(3), wide);
        assertThat(exact.dtype()).isEqualTo(DType.FLOAT64);
        Golden.assertClose(single, exact.cast(DType.FLOAT32), 1e-5);
    }

    /// Of the sum of the results, each times a random number.
    private void hasTheRightGradients(boolean training) {
        var exact = layer.dtype(DType.FLOAT64);
        var given = inputs(DType.FLOAT64);
        var weights = Weights.of(3);
        var factors = Randoms.of(7).uniform(run(exact, weights, given).spec());
        var states = new States(weights);
        var layers = traced(exact, weights, training);
        var sum = Traced.ofAll(xs -> List.of(layers.runAll(xs).getFirst().mul(factors).sum()));
        var gradients =
                Traced.ofAll(
                                xs -> {
                                    var y = sum.runAll(xs).getFirst();
                                    var all = new ArrayList<Tensor>();
                                    xs.forEach(x -> all.add(y.gradient(x)));
                                    weights.trainable()
                                            .forEach(w -> all.add(y.gradient(w.variable())));
                                    return all;
                                })
                        .runAll(given);
        for (int i = 0; i < given.size(); i++) {
            int input = i;
            compare(
                    "input " + i,
                    given.get(i),
                    gradients.get(i),
                    x -> {
                        var changed = new ArrayList<>(given);
                        changed.set(input, x);
                        return states.restored(() -> sum.runAll(changed).getFirst().item());
                    });
        }
        for (int i = 0; i < weights.trainable().size(); i++) {
            var weight = weights.trainable().get(i);
            compare(
                    weight.path(),
                    weight.value(),
                    gradients.get(given.size() + i),
                    w ->
                            states.restored(() -> {
                                weight.assign(w);
                                return sum.runAll(given).getFirst().item();
                            }));
        }
    }

    /// All values of a layer, so that a step of training does not change the next one.
    private record States(List<Weight> weights, List<Tensor> values) {
        States(Weights weights) {
            this(weights.all(), weights.all().stream().map(Weight::value).toList());
        }

        double restored(DoubleSupplier run) {
            IntStream.range(0, values.size()).forEach(i -> weights.get(i).assign(values.get(i)));
            double result = run.getAsDouble();
            IntStream.range(0, values.size()).forEach(i -> weights.get(i).assign(values.get(i)));
            return result;
        }
    }

    // ---- finite differences

    private static void compare(
            String what, Tensor at, Tensor gradient, ToDoubleFunction<Tensor> function) {
        var expected = new double[at.size()];
        for (int i = 0; i < expected.length; i++) {
            double ahead = function.applyAsDouble(moved(at, i, STEP));
            double behind = function.applyAsDouble(moved(at, i, -STEP));
            expected[i] = (ahead - behind) / (2 * STEP);
        }
        try {
            Golden.assertClose(gradient, Tensor.of(expected, at.spec()), 1e-6);
        } catch (AssertionError e) {
            throw new AssertionError("gradient of " + what + ": " + e.getMessage(), e);
        }
    }

    private static Tensor moved(Tensor at, int i, double by) {
        var changed = at.toDoubles();
        changed[i] += by;
        return Tensor.of(changed, at.spec());
    }
}
