package hebb.nn.optimizers;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.nn.Scope;
import hebb.nn.Weight;
import hebb.nn.initializers.Initializer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// One step of an optimizer, for all weights: what is the same for all of them.
final class Step {
    static final Spec COUNTER = new Spec(Shape.of(), DType.INT64);

    static final String ACCUMULATOR = "gradient_accumulator";

    private final Scope scope;
    private final Tensor rate;
    private final Tensor before;
    private final Optional<Tensor> due;
    private final Optional<Tensor> happens;
    private final Optional<Integer> accumulation;
    private final Map<String, Tensor> once = new HashMap<>();

    /// `count` steps were made before this one, of which every `accumulation`-th, if that is given,
    /// changed weights. Nothing changes unless it `happens`.
    Step(
            Scope scope,
            Tensor rate,
            Tensor count,
            Optional<Integer> accumulation,
            Optional<Tensor> happens) {
        this.scope = scope;
        this.rate = rate;
        this.accumulation = accumulation;
        this.happens = happens;
        this.before = accumulation.map(n -> count.div(n)).orElse(count);
        this.due = accumulation.map(n -> count.add(1).mod(n).equal(0));
    }

    Scope scope() {
        return scope;
    }

    Scope of(Weight weight) {
        return scope.child(weight.path());
    }

    /// How often weights were changed before this step: int64.
    Tensor before() {
        return before;
    }

    /// Whether this step changes weights, where not every one does.
    Optional<Tensor> due() {
        return due;
    }

    /// The new value if this step happens, else the old one.
    Tensor ifItHappens(Tensor next, Tensor old) {
        return happens.map(h -> Tensor.where(h, next, old)).orElse(next);
    }

    Tensor rate(DType type) {
        return once("rate", type, () -> rate.cast(type));
    }

    /// The number of this change, from 1.
    Tensor number(DType type) {
        return once("number", type, () -> before.add(1).cast(type));
    }

    Tensor once(String name, DType type, Supplier<Tensor> value) {
        var key = name + " " + type;
        var known = once.get(key);
        if (known == null) {
            known = value.get();
            once.put(key, known);
        }
        return known;
    }

    /// The means of the gradients since weights were last changed, where they are gathered.
    List<Tensor> accumulated(List<Weight> weights, List<Tensor> gradients) {
        if (accumulation.isEmpty() || due.isEmpty()) {
            return gradients;
        }
        var means = new ArrayList<Tensor>();
        for (int i = 0; i < gradients.size(); i++) {
            var state = of(weights.get(i));
            var spec = weights.get(i).spec();
            var gathered = state.state(ACCUMULATOR, spec, Initializer.zeros());
            var sum = gradients.get(i).add(gathered);
            var kept = Tensor.where(due.get(), Tensor.scalar(0, spec.dtype()), sum);
            state.update(ACCUMULATOR, ifItHappens(kept, gathered));
            means.add(sum.div(accumulation.get()));
        }
        return means;
    }
}
