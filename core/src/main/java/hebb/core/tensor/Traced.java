package hebb.core.tensor;

import hebb.core.engine.Engine;
import hebb.core.engine.Engines;
import hebb.core.engine.Executable;
import hebb.core.op.Node;
import hebb.core.plan.Distinct;
import hebb.core.shape.HebbException;
import hebb.core.shape.Spec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A function of tensors that is recorded once for each set of input shapes, planned, and from then
/// on runs as a plan: fused, its memory laid out, its variables updated in place.
///
/// The function must depend on its inputs and on [Variable]s only. Java values that it reads (a
/// counter, a learning rate) are fixed at the first call. Within it `loss.gradients(…)`
/// differentiates what has been recorded. Called within another traced function it becomes part of
/// that one. Safe for several threads, as far as its variables are.
///
/// {@snippet :
/// var w = Variable.of("w", Tensor.zeros(2, 1));
/// var step = Traced.of((x, y) -> {
///     var loss = x.matmul(w.value()).sub(y).square().mean();
///     w.assign(w.value().sub(loss.gradient(w).mul(0.1)));
///     return loss;
/// });
/// step.run(x, y);
/// }
public final class Traced {
    /// Plans kept, one a set of input shapes; the one unused longest goes first.
    public static final int PLANS = 8;

    private final Trace.Function function;
    private final List<Plan> plans = new ArrayList<>(); // the one used last is the last

    private Traced(Trace.Function function) {
        this.function = function;
    }

    /// A function of one tensor.
    public static Traced of(UnaryOperator<Tensor> function) {
        return ofAll(inputs -> List.of(function.apply(expect(1, inputs).get(0))));
    }

    /// A function of two tensors.
    public static Traced of(BiFunction<Tensor, Tensor, Tensor> function) {
        return ofAll(inputs -> List.of(function.apply(expect(2, inputs).get(0), inputs.get(1))));
    }

    private static List<Tensor> expect(int count, List<Tensor> inputs) {
        if (inputs.size() != count) {
            throw HebbException.of("Traced", "the number of inputs is wrong")
                    .received(inputs.size())
                    .expected(count);
        }
        return inputs;
    }

    /// A function of any number of tensors, with any number of results.
    public static Traced ofAll(Function<List<Tensor>, List<Tensor>> function) {
        return new Traced(function::apply);
    }

    /// `value`, with a gradient of the user's own instead of the derived one: `gradient` gets `dy`,
    /// the gradient that arrives at the value, and returns those of `inputs`, in their order and
    /// shapes.
    public static Tensor custom(
            Tensor value, List<Tensor> inputs, Function<Tensor, List<Tensor>> gradient) {
        return CustomGradients.apply(value, inputs, gradient);
    }

    /// The first result.
    public Tensor run(Tensor... inputs) {
        return runAll(Arrays.asList(inputs)).getFirst();
    }

    /// All results.
    public List<Tensor> runAll(List<Tensor> inputs) {
        if (Trace.current() != null) {
            return function.apply(inputs);
        }
        return plan(inputs).run(inputs);
    }

    /// The specs of the results for inputs of these specs, whose axes may be unknown. Nothing is
    /// computed.
    public List<Spec> infer(List<Spec> inputs) {
        var recording = Trace.record(inputs, function);
        return recording.graph().results().subList(0, recording.returned()).stream()
                .map(Node::spec)
                .toList();
    }

    /// Computes at once what `work` computes, even while a recording is under way.
    public static <T> T now(Supplier<T> work) {
        return Trace.suspended(work);
    }

    /// What will run for inputs of these specs: the steps of the plan, for people.
    public String explain(Spec... specs) {
        var plan =
                new Plan(List.of(specs), Trace.record(List.of(specs), function), Engines.current());
        return plan.executable.plan();
    }

    private Plan plan(List<Tensor> inputs) {
        var engine = Engines.current();
        synchronized (plans) {
            for (int i = plans.size() - 1; i >= 0; i--) {
                var plan = plans.get(i);
                if (plan.fits(engine, inputs)) {
                    if (i < plans.size() - 1) {
                        plans.add(plans.remove(i));
                    }
                    return plan;
                }
            }
            return add(inputs.stream().map(Tensor::spec).toList(), engine);
        }
    }

    private Plan add(List<Spec> specs, Engine engine) {
        var plan = new Plan(specs, Trace.record(specs, function), engine);
        plans.add(plan);
        if (plans.size() > PLANS) {
            plans.removeFirst();
        }
        return plan;
    }

    /// A recording made ready, with one set of argument and result slots kept for the next run.
    private static final class Plan {
        private final Engine engine;
        private final List<Spec> specs;
        private final Trace.Recording recording;
        private final Executable executable;
        private final int inputs;
        private final AtomicReference<@Nullable Slots> idle = new AtomicReference<>();

        Plan(List<Spec> specs, Trace.Recording recording, Engine engine) {
            this.engine = engine;
            this.specs = specs;
            this.recording = recording;
            for (var argument : recording.graph().arguments()) {
                if (!argument.shape().isKnown()) {
                    throw HebbException.of("Traced", "a shape must be known before a plan can run")
                            .received(argument);
                }
            }
            executable = engine.lower(Distinct.of(recording.graph()));
            inputs = recording.graph().arguments().size() - recording.variables().size();
        }

        boolean fits(Engine wanted, List<Tensor> inputs) {
            if (!engine.equals(wanted) || specs.size() != inputs.size()) {
                return false;
            }
            for (int i = 0; i < specs.size(); i++) {
                if (!specs.get(i).equals(inputs.get(i).spec())) {
                    return false;
                }
            }
            return true;
        }

        List<Tensor> run(List<Tensor> values) {
            var slots = idle.getAndSet(null);
            if (slots == null) {
                slots = new Slots(recording, inputs);
            }
            for (int i = 0; i < inputs; i++) {
                slots.arguments[i] = values.get(i).data();
            }
            var nodes = recording.graph().results();
            for (int i = 0; i < recording.returned(); i++) {
                var spec = nodes.get(i).spec();
                slots.results[i] = spec.dtype().array(spec.shape().size());
            }
            var workspace = Workspaces.lease();
            executable.run(slots.arguments, slots.results, workspace);
            Workspaces.release(workspace);
            var returned = slots.take(recording);
            idle.set(slots);
            return returned;
        }
    }

    private static final class Slots {
        private static final Object NONE = new byte[0]; // keeps no array alive between runs

        final Object[] arguments;
        final Object[] results;

        Slots(Trace.Recording recording, int inputs) {
            var graph = recording.graph();
            arguments = new Object[graph.arguments().size()];
            results = new Object[graph.results().size()];
            for (int i = inputs; i < arguments.length; i++) {
                arguments[i] = recording.variables().get(i - inputs).data();
            }
            for (int i = recording.returned(); i < results.length; i++) {
                results[i] = arguments[graph.updates().get(i)];
            }
        }

        /// The results that are the caller's own, and no trace left of what this run was given.
        List<Tensor> take(Trace.Recording recording) {
            if (recording.returned() == 0) {
                Arrays.fill(arguments, 0, arguments.length - recording.variables().size(), NONE);
                return List.of();
            }
            var returned = new ArrayList<Tensor>(recording.returned());
            for (int i = 0; i < recording.returned(); i++) {
                returned.add(new Tensor(results[i], recording.graph().results().get(i).spec()));
                results[i] = NONE;
            }
            Arrays.fill(arguments, 0, arguments.length - recording.variables().size(), NONE);
            return returned;
        }
    }
}
