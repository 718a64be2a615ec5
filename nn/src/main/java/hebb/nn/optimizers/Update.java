package hebb.nn.optimizers;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.Scope;
import hebb.nn.Weight;
import hebb.nn.initializers.Initializer;
import java.util.function.Supplier;

/// What an optimizer can ask for while it updates one weight: the learning rate, the number of the
/// step, and what it remembers. All in the weight's type.
public final class Update {
    static final String AVERAGE = "average";

    private final Step step;
    private final Weight weight;
    private final Scope scope;
    private final DType type;

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
        return value(name, 0);
    }

    /// What is remembered of this weight under a name; at first all elements are `initial`.
    public Tensor value(String name, double initial) {
        return scope.state(name, weight.spec(), Initializer.constant(initial));
    }

    /// Remembers a value of the weight's shape until the next step.
    public void assign(String name, Tensor value) {
        scope.update(name, ifDue(value, value(name)));
    }

    /// One number that is remembered for all weights together; `initial` at first.
    public Tensor shared(String name, double initial) {
        return step.scope().state(name, Shape.of(), Initializer.constant(initial)).cast(type);
    }

    /// Remembers one number for all weights together.
    public void assignShared(String name, Tensor value) {
        var old = step.scope().state(name, Shape.of(), Initializer.zeros());
        step.scope().update(name, ifDue(value.cast(old.dtype()), old));
    }

    /// A value that is computed for the first weight of a step, and is the same for all others.
    public Tensor once(String name, Supplier<Tensor> value) {
        return step.once(name, type, value);
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
        var average = keep.mul(value(AVERAGE)).add(take.mul(next));
        scope.update(AVERAGE, average);
        return average;
    }

    /// `value` at each step whose number is a multiple of `frequency`, else `other`.
    Tensor every(int frequency, Tensor value, Tensor other) {
        var now = step.before().add(1).mod(frequency).equal(0);
        return Tensor.where(now, value, other);
    }
}
