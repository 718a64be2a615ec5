package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Scanned;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.initializers.Initializer;
import java.util.ArrayList;
import java.util.List;

/// A cell that is repeated over time.
///
/// - inputs (batch, time, …), and after it, if they are given, the states to begin with
/// - result (batch, …), or (batch, time, …) with `returnSequences`; with `returnState` the last
///   states after it
///
/// At a time that is masked the states stay, and the output is the one before, zeros at the
/// beginning.
///
/// @param <S> the class itself
public abstract sealed class Recurrent<S extends Recurrent<S>> extends Layer<S>
        permits RNN, KernelRNN {
    /// What the names of the states of stateful layers begin with. They are part of no file.
    public static final String STATE = "rnn_state";

    private boolean returnSequences;
    private boolean returnState;
    private boolean goBackwards;
    private boolean stateful;
    private boolean unroll;
    private boolean zeroOutputForMask;

    Recurrent() {}

    // ---- options

    /// Whether the result holds the outputs of all times, or the last one. Default: the last.
    public final S returnSequences(boolean returnSequences) {
        return with(l -> ((Recurrent<?>) l).returnSequences = returnSequences);
    }

    /// Whether the last states are results too. Default: they are not.
    public final S returnState(boolean returnState) {
        return with(l -> ((Recurrent<?>) l).returnState = returnState);
    }

    /// Whether it begins at the last time; the outputs then lie in the order in which they were
    /// made. Default: at the first.
    public final S goBackwards(boolean goBackwards) {
        return with(l -> ((Recurrent<?>) l).goBackwards = goBackwards);
    }

    /// Whether it begins with the states that the samples of the last batch ended with, until
    /// `model.resetStates()`. Default: with new ones.
    public final S stateful(boolean stateful) {
        return with(l -> ((Recurrent<?>) l).stateful = stateful);
    }

    /// Accepted for Keras's sake: how the steps are repeated is the engine's affair.
    public final S unroll(boolean unroll) {
        return with(l -> ((Recurrent<?>) l).unroll = unroll);
    }

    /// Whether the output at a masked time is zeros instead of the one before. Default: it is not.
    public final S zeroOutputForMask(boolean zeroOutputForMask) {
        return with(l -> ((Recurrent<?>) l).zeroOutputForMask = zeroOutputForMask);
    }

    final boolean returnsSequences() {
        return returnSequences;
    }

    final boolean returnsState() {
        return returnState;
    }

    final boolean goesBackwards() {
        return goBackwards;
    }

    final boolean isStateful() {
        return stateful;
    }

    // ---- what these layers share

    /// What is repeated.
    abstract RecurrentCell<?> cell();

    /// How many axes an input has, with batch and time; 0 if any number will do.
    int inputRank() {
        return 0;
    }

    @Override
    protected final List<Tensor> callAll(Scope s, List<Tensor> xs) {
        var x = input(s, xs.getFirst());
        var within = s.inside(cell());
        var projected = cell().project(within, timeMajor(x));
        var at = projected.shape().drop(0);
        var initial = initial(s, within, xs.subList(1, xs.size()), at);
        var mask = s.mask(xs.getFirst());
        // Keras looks for the mask of the first tensor where there is no other, or takes a given
        // one
        boolean applies = xs.size() == 1 || s.argument("mask").isPresent();
        boolean fresh = xs.size() == 1 && !stateful;
        var scanned =
                applies && mask.isPresent()
                        ? masked(within, projected, timeMajor(mask.get()), initial, fresh)
                        : Scanned.over(
                                List.of(projected),
                                initial,
                                goBackwards,
                                (states, now) -> cell().step(within, now.getFirst(), states));
        var results = new ArrayList<>(List.of(output(scanned, applies && mask.isPresent(), fresh)));
        var last = scanned.states().subList(0, initial.size());
        if (keepsStates(at)) {
            for (int i = 0; i < last.size(); i++) {
                s.update(stateName(i), last.get(i));
            }
        }
        if (returnState) {
            results.addAll(last);
        }
        if (returnSequences) {
            mask.ifPresent(m -> s.mask(results.getFirst(), m));
        }
        return results;
    }

    private Tensor input(Scope s, Tensor x) {
        int rank = inputRank();
        if (rank == 0 ? x.rank() < 3 : x.rank() != rank) {
            throw s.wrong("the input has the wrong number of axes")
                    .received(x.shape())
                    .expected(
                            rank == 0 || rank == 3
                                    ? "(batch, time, features)"
                                    : "(batch, time, …, channels), " + rank + " axes");
        }
        return Inputs.floating(s, x);
    }

    private static Tensor timeMajor(Tensor x) {
        return x.swapAxes(0, 1);
    }

    /// The states to begin with: given, kept, or new ones.
    private List<Tensor> initial(Scope s, Scope within, List<Tensor> given, Shape x) {
        var fresh = cell().initialStates(within, x);
        if (!given.isEmpty()) {
            if (given.size() != fresh.size()) {
                throw s.wrong("the number of states to begin with is wrong")
                        .received(given.size())
                        .expected(fresh.size() + ", as many as the cell has");
            }
            return given.stream().map(h -> h.cast(s.dtype())).toList();
        }
        if (!keepsStates(x)) {
            return fresh;
        }
        var kept = new ArrayList<Tensor>();
        for (int i = 0; i < fresh.size(); i++) {
            kept.add(s.state(stateName(i), fresh.get(i).spec(), Initializer.zeros()));
        }
        return kept;
    }

    /// Whether states are kept, for an input of this shape at one time: while nothing is known of
    /// the batch there are none.
    private boolean keepsStates(Shape x) {
        return stateful && x.dim(0) != Shape.UNKNOWN;
    }

    private static String stateName(int number) {
        return number == 0 ? STATE : STATE + "_" + number;
    }

    /// The loop where some times do not count. The output of the last time that did is a state too,
    /// unless it is one anyway.
    private Scanned masked(
            Scope within, Tensor x, Tensor mask, List<Tensor> initial, boolean fresh) {
        int own = fresh ? cell().outputState() : -1;
        boolean remembers = own < 0 && !zeroOutputForMask;
        var begin = new ArrayList<>(initial);
        if (remembers) {
            begin.add(firstOutput(within, x, initial)); // the last state
        }
        return Scanned.over(
                List.of(x, mask),
                begin,
                goBackwards,
                (all, at) -> {
                    var states = all.subList(0, initial.size());
                    var made = cell().step(within, at.getFirst(), states);
                    var next = new ArrayList<Tensor>();
                    for (int i = 0; i < states.size(); i++) {
                        next.add(where(at.get(1), made.states().get(i), states.get(i)));
                    }
                    var y = made.results().getFirst();
                    if (own >= 0 && !zeroOutputForMask) {
                        return new Scanned(List.of(next.get(own)), next);
                    }
                    var shown =
                            where(
                                    at.get(1),
                                    y,
                                    remembers ? all.getLast() : Tensor.scalar(0, y.dtype()));
                    if (remembers) {
                        next.add(shown);
                    }
                    return new Scanned(List.of(shown), next);
                });
    }

    /// Zeros like the output.
    private Tensor firstOutput(Scope within, Tensor x, List<Tensor> initial) {
        int state = cell().outputState();
        var shape =
                state >= 0 ? initial.get(state).shape() : Shape.of(x.dim(1), cell().outputSize());
        return Tensor.full(0, new Spec(shape, within.dtype()));
    }

    private static Tensor where(Tensor mask, Tensor a, Tensor b) {
        var condition = mask;
        while (condition.rank() < a.rank()) {
            condition = condition.expandDims(-1);
        }
        return Tensor.where(condition, a, b);
    }

    /// The result: the outputs of all times in the order of time, or the last one, which mostly is
    /// a state too.
    private Tensor output(Scanned scanned, boolean masked, boolean fresh) {
        var outputs = scanned.results().getFirst();
        if (returnSequences) {
            return (goBackwards ? outputs.reverse(0) : outputs).swapAxes(0, 1);
        }
        int own = fresh || !masked ? cell().outputState() : -1;
        if (own >= 0 && !(masked && zeroOutputForMask)) {
            return scanned.states().get(own);
        }
        if (masked && !zeroOutputForMask) {
            return scanned.states().getLast();
        }
        int times = outputs.dim(0);
        return outputs.get(goBackwards || times == Shape.UNKNOWN ? 0 : times - 1);
    }

    @Override
    public Options options() {
        return Options.of(
                        "return_sequences",
                        boolean.class,
                        returnSequences,
                        v -> returnSequences = v)
                .and("return_state", boolean.class, returnState, v -> returnState = v)
                .and("go_backwards", boolean.class, goBackwards, v -> goBackwards = v)
                .and("stateful", boolean.class, stateful, v -> stateful = v)
                .and("unroll", boolean.class, unroll, v -> unroll = v)
                .and(
                        "zero_output_for_mask",
                        boolean.class,
                        zeroOutputForMask,
                        v -> zeroOutputForMask = v);
    }
}
