package hebb.nn.layers;

import hebb.core.tensor.Scanned;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/// A cell whose gates are columns of one kernel each for input and state.
///
/// @param <S> the class itself
public abstract sealed class GatedCell<S extends GatedCell<S>> extends KernelCell<S>
        permits LSTMCell, GRUCell, ConvLSTMCell {
    private Activation recurrentActivation = Activation.SIGMOID;
    private int implementation = 2;

    GatedCell() {}

    /// With this function for the gates. Default: sigmoid.
    public final S recurrentActivation(Activation recurrentActivation) {
        return with(l -> ((GatedCell<?>) l).recurrentActivation = recurrentActivation);
    }

    /// With a mask of its own for each gate where the input is dropped, if 1. Default: 2, one for
    /// all; with dropped states it is 1, whatever is said here.
    public final S implementation(int implementation) {
        return with(l -> ((GatedCell<?>) l).implementation = implementation);
    }

    /// The value of a gate.
    final Tensor gate(Tensor x) {
        return recurrentActivation.of(x);
    }

    /// Whether each gate has a mask of its own where something is dropped.
    boolean masksEachGate() {
        return implementation == 1 || dropsStates();
    }

    /// How input or state and a kernel make something, and a bias is added to it.
    interface Product {
        Tensor of(Tensor x, Tensor kernel, Optional<Tensor> bias);
    }

    /// What all gates together make of the input: of each gate's columns of the kernel, if each has
    /// a mask of its own.
    final Tensor gates(
            Scope s, Tensor x, Tensor kernel, Optional<Tensor> bias, int count, Product product) {
        if (!s.training() || !masksEachGate()) {
            return product.of(dropped(s, x, 0), kernel, bias);
        }
        var parts =
                IntStream.range(0, count)
                        .mapToObj(i ->
                                product.of(
                                        dropped(s, x, i),
                                        part(kernel, i, count),
                                        bias.map(b -> part(b, i, count))));
        return Tensor.concat(-1, parts.toArray(Tensor[]::new));
    }

    /// What all gates together make of the state.
    final Tensor stateGates(
            Scope s,
            Tensor h,
            Tensor kernel,
            int count,
            BiFunction<Tensor, Tensor, Tensor> product) {
        if (!s.training() || !dropsStates()) {
            return product.apply(h, kernel);
        }
        return Tensor.concat(
                -1,
                IntStream.range(0, count)
                        .mapToObj(i -> product.apply(droppedState(s, h, i), part(kernel, i, count)))
                        .toArray(Tensor[]::new));
    }

    /// What the gates i, f, g, o of a long short-term memory make of its state c: the next h, which
    /// is the output, and the next c.
    final Scanned remembered(Tensor gates, Tensor before) {
        var z = parts(gates, 4);
        var c = gate(z.get(1)).mul(before).add(gate(z.get(0)).mul(activated(z.get(2))));
        var h = gate(z.get(3)).mul(activated(c));
        return new Scanned(List.of(h), List.of(h, c));
    }

    /// One of so many equal parts of the last axis.
    static Tensor part(Tensor x, int number, int count) {
        int size = x.dim(-1) / count;
        return x.slice(-1, number * size, (number + 1) * size);
    }

    /// So many equal parts of the last axis.
    static List<Tensor> parts(Tensor x, int count) {
        return IntStream.range(0, count).mapToObj(i -> part(x, i, count)).toList();
    }

    @Override
    Options gates() {
        return Options.of(
                "recurrent_activation",
                Activation.class,
                recurrentActivation,
                v -> recurrentActivation = v);
    }
}
