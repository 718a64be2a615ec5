package hebb.nn;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.nn.regularizers.Regularizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A function of tensors with weights: a value that says how it computes, and holds none of them.
/// The model that it is part of owns its weights, and gives it a [Scope] to ask for them.
///
/// A layer of your own is a final class that extends this one, overrides [#call(Scope, Tensor)] (or
/// one for several inputs), and lists its options if it has some. Nothing else is needed to train,
/// save or print it.
///
/// {@snippet :
/// final class Scale extends Layer<Scale> {
///     @Override
///     protected Tensor call(Scope s, Tensor x) {
///         return x.mul(s.weight("factor", Shape.of(x.dim(-1)), Initializer.ones()));
///     }
/// }
/// }
///
/// A layer is immutable; what looks like a setter returns a changed copy. The same object used
/// twice in a model shares its weights; two objects do not, equal or not.
///
/// @param <S> the class itself
public abstract class Layer<S extends Layer<S>> extends Configured<S> {
    /// Told a call whose last input is the mask of the first.
    static final String MASK = "mask";

    private String name = "";
    private boolean trainable = true;
    private @Nullable DType dtype;
    private Regularizer activityRegularizer = Regularizer.none();

    /// For subclasses. A new layer has no name, is trainable, and computes in its model's type.
    protected Layer() {}

    // ---- options that every layer has

    /// This layer under a name, which must be the only one of that name in its model. Default: the
    /// class's name in snake case, counted: `dense`, `dense_1`.
    public final S name(String name) {
        if (name.isEmpty() || name.contains("/")) {
            throw HebbException.of(className(), "not a name for a layer")
                    .received("'" + name + "'")
                    .expected("one character at least, and no '/', which separates names in paths");
        }
        return with(l -> ((Layer<?>) l).name = name);
    }

    /// The name it was given; empty if it was given none.
    public final String name() {
        return name;
    }

    /// The name that a layer without one gets in a model in which no other of its class is:
    /// `dense`.
    protected static String automaticName(Layer<?> layer) {
        return Names.snakeCase(layer.className());
    }

    /// This layer, its weights to be trained or not. Default: they are. In a model,
    /// `model.freeze(…)` and `model.thaw(…)` change it later.
    public final S trainable(boolean trainable) {
        return with(l -> {
            ((Layer<?>) l).trainable = trainable;
            l.trainabilityChanged();
        });
    }

    /// Whether its weights are to be trained.
    public final boolean trainable() {
        return trainable;
    }

    /// This layer, computing in float32 or float64. Default: its model's type, float32 if it has
    /// none.
    public final S dtype(DType dtype) {
        return with(l -> {
            ((Layer<?>) l).dtype = dtype;
            l.dtypeChanged();
        });
    }

    /// The type it was told to compute in, if it was.
    public final Optional<DType> dtype() {
        return Optional.ofNullable(dtype);
    }

    /// This layer, with a price on the size of what it makes: the regularizer's of each result,
    /// over the number of samples. Default: none.
    public final S activityRegularizer(Regularizer activityRegularizer) {
        return with(l -> ((Layer<?>) l).activityRegularizer = activityRegularizer);
    }

    /// The price on the size of what it makes.
    public final Regularizer activityRegularizer() {
        return activityRegularizer;
    }

    /// The option `activity_regularizer`, for classes whose configs always hold it. Others have it
    /// in a file only if it was chosen.
    protected final Options activityOption() {
        return Options.of(
                "activity_regularizer",
                Regularizer.class,
                activityRegularizer,
                v -> activityRegularizer = v);
    }

    // ---- what it computes

    /// What the layer makes of one tensor. Weights, randomness and whether it is training come from
    /// the scope.
    protected Tensor call(Scope s, Tensor x) {
        throw s.wrong("the layer does not take one input")
                .received("one tensor " + x.shape())
                .expected("several inputs: a list");
    }

    /// What the layer makes of several tensors.
    protected Tensor call(Scope s, List<Tensor> xs) {
        if (xs.size() != 1) {
            throw s.wrong("the layer takes one input")
                    .received(xs.size() + " inputs " + xs.stream().map(Tensor::shape).toList())
                    .expected("one input")
                    .fix("join them before, for example with Concatenate.of().apply(a, b)");
        }
        return call(s, xs.getFirst());
    }

    /// All results, for the few layers that have several.
    protected List<Tensor> callAll(Scope s, List<Tensor> xs) {
        return List.of(call(s, xs));
    }

    /// Whether a mask on the only input is passed on to the result, for layers that leave the order
    /// of time steps alone.
    protected boolean supportsMasking() {
        return false;
    }

    /// Whether floating-point inputs are converted to the type that it computes in. Keras:
    /// `autocast`.
    protected boolean convertsInputs() {
        return true;
    }

    /// What its results cost by their size. Default: what was chosen as [#activityRegularizer()].
    protected Regularizer priceOfResults() {
        return activityRegularizer;
    }

    /// What it is told at each call beside its inputs, where Keras takes that as an argument of the
    /// call and not of the constructor. Default: nothing.
    protected Map<String, Object> arguments() {
        return Map.of();
    }

    /// The type in which it computes within something that computes in `outer`.
    DType dtypeWithin(DType outer) {
        return dtype().orElse(outer);
    }

    /// Told of a copy that was made trainable or not.
    void trainabilityChanged() {}

    /// Computes in the type that the other computes in, if that was told one.
    final void dtypeOf(Layer<?> other) {
        dtype = other.dtype;
    }

    /// Told of a copy that is to compute in another type.
    void dtypeChanged() {}

    /// Where its weights lie within those of the layer or model that it is part of.
    Weights weights(Weights parent, String name, boolean probing) {
        boolean isNew = !parent.parts().containsKey(name);
        var part = parent.part(name);
        if (isNew && !trainable) {
            part.trainable(false);
        }
        return part;
    }

    // ---- drawing models

    /// This layer's result for inputs that are yet to come; the first one, if it has several.
    public final Symbol apply(Source... inputs) {
        return applyAll(inputs).getFirst();
    }

    /// This layer's results for inputs that are yet to come.
    public final List<Symbol> applyAll(Source... inputs) {
        return applyWith(Map.of(), inputs);
    }

    /// The same, where this one call is told something beside its inputs, under Keras's name of it:
    /// `use_causal_mask`, for example.
    public final List<Symbol> applyWith(Map<String, Object> arguments, Source... inputs) {
        return new Application(this, arguments, List.of(inputs)).results();
    }

    /// `Dense(units=128, activation=relu)`.
    @Override
    public String toString() {
        return className() + (name.isEmpty() ? "" : " '" + name + "'") + "(" + options() + ")";
    }
}
