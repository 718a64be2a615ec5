package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Scanned;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One step of a recurrent layer: of an input at one time and the states before it, an output and
/// the states after it. [RNN] repeats it over time.
///
/// A cell of your own is a final class that extends this one, says how large its states are, and
/// overrides [#step]. As a layer it takes the input and the states, and gives the output and the
/// states.
///
/// {@snippet :
/// final class Leaky extends RecurrentCell<Leaky> {
///     @Override
///     public int[] stateSize() {
///         return new int[] {8};
///     }
///
///     @Override
///     protected Scanned step(Scope s, Tensor x, List<Tensor> states) {
///         var kernel = s.weight("kernel", Shape.of(x.dim(-1), 8), Initializer.glorotUniform());
///         var y = states.getFirst().mul(0.9).add(x.matmul(kernel));
///         return new Scanned(List.of(y), List.of(y));
///     }
/// }
/// }
///
/// @param <S> the class itself
public abstract class RecurrentCell<S extends RecurrentCell<S>> extends Layer<S> {
    /// For subclasses.
    protected RecurrentCell() {}

    /// How many numbers a sample has in each state. Keras: `state_size`.
    public abstract int[] stateSize();

    /// How many numbers a sample has in the output. Default: as many as in the first state.
    public int outputSize() {
        return stateSize()[0];
    }

    /// What one step makes: one result, which is the output, and the next states.
    protected abstract Scanned step(Scope s, Tensor x, List<Tensor> states);

    /// The states before the first step, for an input of this shape at one time. Default: zeros.
    protected List<Tensor> initialStates(Scope s, Shape x) {
        return Arrays.stream(stateSize())
                .mapToObj(size -> Tensor.full(0, new Spec(Shape.of(x.dim(0), size), s.dtype())))
                .toList();
    }

    /// What can be made of the input before the steps, at all times in one go; `x` may have an axis
    /// of time in front.
    Tensor project(Scope s, Tensor x) {
        return x;
    }

    /// Whether the output is one of the next states; its number, or -1.
    int outputState() {
        return -1;
    }

    @Override
    protected final List<Tensor> callAll(Scope s, List<Tensor> xs) {
        int states = stateSize().length;
        if (xs.size() != states + 1) {
            throw s.wrong("a cell takes an input and its states")
                    .received(xs.size() + " inputs " + xs.stream().map(Tensor::shape).toList())
                    .expected(states + 1);
        }
        var x = Inputs.floating(s, xs.getFirst());
        return together(step(s, project(s, x), xs.subList(1, xs.size())));
    }

    private static List<Tensor> together(Scanned made) {
        var all = new ArrayList<>(made.results());
        all.addAll(made.states());
        return all;
    }
}
