package hebb.nn.layers;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A recurrent layer that goes over the input forwards, and another that goes backwards; their
/// results are joined.
///
/// - inputs as the layer's: (batch, time, …), and after it, if they are given, the states to begin
///   with, first those of the layer that goes forwards
/// - results as the layer's: with `returnSequences` both are in the order of time; with
///   `returnState` the states of both come after them
/// - weights: the layers', under `forward_…` and `backward_…`; in Keras's files under
///   `forward_layer` and `backward_layer`
///
/// Defaults: side by side; backwards goes a copy of the layer. A masked time gives zeros where all
/// times are returned. Source: Schuster and Paliwal, IEEE Transactions on Signal Processing 45,
/// 1997.
public final class Bidirectional extends Layer<Bidirectional> {
    private Optional<MergeMode> mergeMode = Optional.of(MergeMode.CONCAT);
    private Recurrent<?> forward;
    private Recurrent<?> backward;

    private Bidirectional(Recurrent<?> forward, Recurrent<?> backward) {
        this.forward = forward;
        this.backward = backward;
        requireMates();
    }

    /// Of this layer; backwards goes a layer of the same options with weights of its own.
    public static Bidirectional of(Recurrent<?> layer) {
        return new Bidirectional(
                prepared(layer, "forward_"), prepared(layer.goBackwards(true), "backward_"));
    }

    /// Of these layers, one of which goes backwards.
    ///
    /// @throws HebbException if both go the same way, or their results differ in kind
    public static Bidirectional of(Recurrent<?> layer, Recurrent<?> backwardLayer) {
        return new Bidirectional(prepared(layer, "forward_"), masking(backwardLayer));
    }

    /// With the results joined so. Default: [MergeMode#CONCAT].
    public Bidirectional mergeMode(MergeMode mergeMode) {
        return with(l -> l.mergeMode = Optional.of(mergeMode));
    }

    /// With both results, one after the other: Keras's `merge_mode=None`.
    public Bidirectional separate() {
        return with(l -> l.mergeMode = Optional.empty());
    }

    private static Recurrent<?> prepared(Recurrent<?> layer, String prefix) {
        var own = layer.name().isEmpty() ? automaticName(layer) : layer.name();
        return masking(layer.name(own.startsWith(prefix) ? own : prefix + own));
    }

    private static Recurrent<?> masking(Recurrent<?> layer) {
        return layer.zeroOutputForMask(layer.returnsSequences());
    }

    private void requireMates() {
        if (forward.goesBackwards() == backward.goesBackwards()) {
            throw HebbException.of("Bidirectional", "both layers go the same way")
                    .received("go_backwards=" + forward.goesBackwards() + " for both")
                    .expected("one that goes backwards");
        }
        if (forward.returnsSequences() != backward.returnsSequences()
                || forward.returnsState() != backward.returnsState()
                || forward.isStateful() != backward.isStateful()) {
            throw HebbException.of("Bidirectional", "the layers' results differ in kind")
                    .received(forward + " and " + backward)
                    .expected("the same return_sequences, return_state and stateful");
        }
    }

    @Override
    protected List<Tensor> callAll(Scope s, List<Tensor> xs) {
        int states = xs.size() - 1;
        if (states % 2 != 0) {
            throw s.wrong("the number of states to begin with is odd")
                    .received(states)
                    .expected("as many for each direction");
        }
        var there = made(s, forward, xs.getFirst(), xs.subList(1, 1 + states / 2));
        var back = made(s, backward, xs.getFirst(), xs.subList(1 + states / 2, xs.size()));
        var y = there.getFirst();
        var yBack = back.getFirst();
        if (forward.returnsSequences()) {
            yBack = yBack.reverse(1);
        }
        var results = new ArrayList<Tensor>();
        if (mergeMode.isPresent()) {
            results.add(mergeMode.get().merged(y, yBack));
        } else {
            results.add(y);
            results.add(yBack);
        }
        if (forward.returnsSequences()) {
            s.mask(xs.getFirst()).ifPresent(m -> results.forEach(r -> s.mask(r, m)));
        }
        results.addAll(there.subList(1, there.size()));
        results.addAll(back.subList(1, back.size()));
        return results;
    }

    private static List<Tensor> made(Scope s, Recurrent<?> layer, Tensor x, List<Tensor> states) {
        var inputs = new ArrayList<>(List.of(x));
        inputs.addAll(states);
        var mask = s.argument("mask").flatMap(_ -> s.mask(x));
        mask.ifPresent(inputs::add);
        return mask.isPresent()
                ? s.callAll(layer, Map.of("mask", true), inputs)
                : s.callAll(layer, inputs);
    }

    @Override
    public Options options() {
        return Options.none()
                .optional("merge_mode", MergeMode.class, mergeMode, v -> mergeMode = v)
                .and("layer", Recurrent.class, forward, this::become)
                .and("backward_layer", Recurrent.class, backward, v -> backward = masking(v));
    }

    private void become(Recurrent<?> layer) {
        var both = of(layer);
        forward = both.forward;
        backward = both.backward;
    }
}
