package hebb.nn.optimizers;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.nn.Scope;
import hebb.nn.Weight;
import hebb.nn.initializers.Initializer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/// What an optimizer can ask for while it updates one weight: the learning rate, the number of the
/// step, and what it remembers. All in the weight's type.
public final class Update {
    static final String AVERAGE = "average";

    private final Step step;
    private final Weight weight;
    private final Scope scope;
    private final DType type;
    private final Map<String, Tensor> remembered = new HashMap<>();

    Update(Step step, Weight weight) {
        this.step = step;
        this.weight = weight;
        this.scope = step.of(weight);
        this.type = weight.spec().dtype();
    }

    /// The learning rate: one number.
    public Tensor rate() {
        return step.rate(type);
    }

    /// The number of this step: 1, 2, 3, …
    public Tensor number() {
        return step.number(type);
    }

    /// What is remembered of this weight under a name; zeros at first.
    public Tensor value(String name) {
        return value(name, Initializer.zeros());
    }

    /// What is remembered of this weight under a name; at first all elements are `initial`.
    public Tensor value(String name, double initial) {
        return value(name, Initializer.constant(initial));
    }

    /// What is remembered of this weight under a name; first what `initial` says.
    public Tensor value(String name, Initializer initial) {
        return value(name, weight.spec(), initial);
    }

    /// What is remembered of this weight under a name, of another shape or type; zeros at first.
    public Tensor value(String name, Spec spec) {
        return value(name, spec, Initializer.zeros());
    }

    private Tensor value(String name, Spec spec, Initializer initial) {
        var value = scope.state(name, spec, initial);
        remembered.put(name, value);
        return value;
    }

    /// Remembers a value until the next step, under a name of which it was asked before.
    public void assign(String name, Tensor value) {
        var old = Objects.requireNonNull(remembered.get(name), name);
        scope.update(name, step.ifItHappens(ifDue(value, old), old));
    }

    /// One number that is remembered for all weights together; `initial` at first.
    public Tensor shared(String name, double initial) {
        return step.scope().state(name, Shape.of(), Initializer.constant(initial)).cast(type);
    }

    /// Remembers one number for all weights together.
    public void assignShared(String name, Tensor value) {
        var old = step.scope().state(name, Shape.of(), Initializer.zeros());
        var next = ifDue(value.cast(old.dtype()), old);
        step.scope().update(name, step.ifItHappens(next, old));
    }

    /// A value that is computed for the first weight of a step, and is the same for all others.
    public Tensor once(String name, Supplier<Tensor> value) {
        return step.once(name, type, value);
    }

    /// The weight that is updated: its path, its shape, its value before this step.
    public Weight weight() {
        return weight;
    }

    // ---- for Optimizer

    /// The new value if this step changes weights, else the old one.
    Tensor ifDue(Tensor next, Tensor old) {
        return step.due().map(due -> Tensor.where(due, next, old)).orElse(next);
    }

    /// The moving average of the weight, of which this is the next value.
    Tensor average(Tensor next, double momentum) {
        var started = step.before().notEqual(0).cast(type);
        var keep = once("ema_momentum", () -> started.mul(momentum));
        var take = once("ema_rest", () -> Tensor.scalar(1, type).sub(keep));
        var old = value(AVERAGE);
        var average = keep.mul(old).add(take.mul(next));
        scope.update(AVERAGE, step.ifItHappens(average, old));
        return average;
    }

    /// The moving average of a weight in an optimizer's scope.
    static Tensor average(Scope s, Weight weight) {
        return s.child(weight.path()).state(AVERAGE, weight.spec(), Initializer.zeros());
    }

    /// `value` at each step whose number is a multiple of `frequency`, else `other`.
    Tensor every(int frequency, Tensor value, Tensor other) {
        var now = step.before().add(1).mod(frequency).equal(0);
        return Tensor.where(now, value, other);
    }
}
