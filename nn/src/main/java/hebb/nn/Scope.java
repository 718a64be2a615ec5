package hebb.nn;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import hebb.core.tensor.Variable;
import hebb.nn.constraints.Constraint;
import hebb.nn.initializers.Initializer;
import hebb.nn.regularizers.Regularizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that a layer can ask for while it computes: its weights and states, randomness, masks,
/// whether it is training. Metrics and optimizers keep their states in one too.
///
/// A weight is made when it is asked for the first time, and found again by its name after that.
/// Made anew for every call of a layer.
public final class Scope {
    private final Weights weights;
    private final Pass pass;
    private final String path;
    private final DType dtype;
    private final Place place;
    private final List<Tensor> inputs;
    private final Map<String, Object> arguments;
    private final Names names = new Names();
    private final IdentityHashMap<Layer<?>, String> called = new IdentityHashMap<>();

    private Scope(
            Weights weights,
            Pass pass,
            String path,
            DType dtype,
            Place place,
            List<Tensor> inputs,
            Map<String, Object> arguments) {
        this.weights = weights;
        this.pass = pass;
        this.path = path;
        this.dtype = dtype;
        this.place = place;
        this.inputs = inputs;
        this.arguments = arguments;
    }

    /// The scope of everything in a store, for one walk.
    public static Scope of(Weights weights, Pass pass) {
        return top(weights, pass, DType.FLOAT32, Place.NOWHERE);
    }

    /// The scope of a whole model.
    static Scope top(Weights weights, Pass pass, DType dtype, Place place) {
        return new Scope(weights, pass, "", dtype, place, List.of(), Map.of());
    }

    // ---- weights and states

    /// A weight that training changes: its value, to compute with. Of the scope's type.
    ///
    /// @throws HebbException if it was made with another shape before: what the layer is given has
    ///   changed
    public Tensor weight(String name, Shape shape, Initializer initializer) {
        return weight(name, shape, initializer, Regularizer.none(), Constraint.none());
    }

    /// The same, with a price on its size and a rule for it.
    public Tensor weight(
            String name,
            Shape shape,
            Initializer initializer,
            Regularizer regularizer,
            Constraint constraint) {
        var spec = new Spec(shape, dtype);
        return find(name, spec, false, initializer, regularizer, constraint);
    }

    /// A state that the layer itself updates, such as a moving mean. Of the scope's type.
    public Tensor state(String name, Shape shape, Initializer initializer) {
        return state(name, new Spec(shape, dtype), initializer);
    }

    /// A state of any type.
    public Tensor state(String name, Spec spec, Initializer initializer) {
        return find(name, spec, true, initializer, Regularizer.none(), Constraint.none());
    }

    /// The value of a state, or a weight, that was asked for before, if it was.
    public Optional<Tensor> known(String name) {
        return Optional.ofNullable(weights.find(name)).map(cell -> cell.variable.value());
    }

    /// Gives a state, or a weight, its next value.
    public void update(String name, Tensor value) {
        if (pass.probing()) {
            return;
        }
        var cell = weights.find(name);
        if (cell == null) {
            throw wrong("there is no state '" + name + "' to update")
                    .fix("ask for it first: s.state(\"" + name + "\", shape, Initializer.zeros())");
        }
        cell.variable.assign(value);
    }

    private Tensor find(
            String name,
            Spec spec,
            boolean isState,
            Initializer initializer,
            Regularizer regularizer,
            Constraint constraint) {
        if (!spec.shape().isKnown()) {
            throw wrong("the shape of '" + name + "' is not known yet")
                    .received(spec.shape() + shapesOfInputs())
                    .expected("an input whose axes are known where weights depend on them")
                    .fix("give Input.of(…) the length of that axis");
        }
        var cell = weights.find(name);
        if (cell == null && pass.probing()) {
            return placeholder(spec);
        }
        if (cell == null) {
            Loading.claim(spec);
            var variable = Variable.zeros(join(path, name), spec);
            cell = new Weight.Cell(variable, isState, initializer, regularizer, constraint);
            weights.add(name, cell);
            pass.made(weights, name);
        } else if (!cell.variable.spec().equals(spec)) {
            throw Mismatch.of(this, name, spec.shape(), cell.variable.shape(), inputs);
        }
        return cell.variable.value();
    }

    /// Something of that spec that takes no memory in a recording.
    private static Tensor placeholder(Spec spec) {
        return spec.shape().rank() == 0 ? Tensor.zeros(spec) : Tensor.iota(spec, 0);
    }

    private String shapesOfInputs() {
        return inputs.isEmpty()
                ? ""
                : " for the input "
                        + String.join(
                                ", ", inputs.stream().map(x -> x.shape().toString()).toList());
    }

    // ---- what is going on

    /// Whether this walk trains.
    public boolean training() {
        return pass.training();
    }

    /// Whether this walk only learns shapes, and makes no weights.
    public boolean probing() {
        return pass.probing();
    }

    /// What the layer was told at this call, beside its inputs, under Keras's name of it; see
    /// [Layer#applyWith].
    public Optional<Object> argument(String name) {
        return Optional.ofNullable(arguments.get(name));
    }

    /// Whether this layer's weights are to be trained: false if it, or what it is part of, was
    /// frozen.
    public boolean trainable() {
        return weights.isTrainable();
    }

    /// The floating-point type in which the layer computes.
    public DType dtype() {
        return dtype;
    }

    /// A source of random numbers for one purpose, other ones at each step and for each use of the
    /// layer.
    public Randoms random(String purpose) {
        return Randoms.of(pass.seed(), pass.step(), pass.stream(join(path, purpose)));
    }

    /// The same from a seed of its own, instead of the walk's.
    public Randoms random(String purpose, long seed) {
        var own = Tensor.of(seed).reshape();
        return Randoms.of(own, pass.step(), pass.stream(join(path, purpose)));
    }

    /// The mask that a tensor carries, if it carries one: bool, false where a time step does not
    /// count.
    public Optional<Tensor> mask(Tensor x) {
        return pass.mask(x);
    }

    /// Gives a tensor a mask, which the layers behind, losses and metrics find.
    public void mask(Tensor y, Tensor mask) {
        pass.mask(y, mask);
    }

    /// Adds to the loss: one number without axes.
    public void loss(Tensor value) {
        pass.loss(value);
    }

    /// The path of the layer in its model: `block1/conv`. Empty at the top.
    public String path() {
        return path;
    }

    // ---- layers inside layers

    /// The scope of a part of this layer, under a name or path.
    public Scope child(String name) {
        return new Scope(
                weights.part(name), pass, join(path, name), dtype, place, inputs, Map.of());
    }

    /// A weight of a layer inside this one, if it was made already.
    public Optional<Tensor> weight(Layer<?> layer, String name) {
        return cell(layer, name).map(cell -> cell.variable.value());
    }

    /// Gives a weight of a layer inside this one, which was made already, its next value.
    public void update(Layer<?> layer, String name, Tensor value) {
        cell(layer, name).orElseThrow().variable.assign(value);
    }

    private Optional<Weight.Cell> cell(Layer<?> layer, String name) {
        var part = weights.parts().get(called.computeIfAbsent(layer, this::nameOf));
        return Optional.ofNullable(part).flatMap(p -> Optional.ofNullable(p.find(name)));
    }

    /// What a layer inside this one makes of its inputs. Its weights lie under its own name, or an
    /// automatic one; the same layer object called again shares them.
    public Tensor call(Layer<?> layer, Tensor... inputs) {
        return callAll(layer, Arrays.asList(inputs)).getFirst();
    }

    /// All that a layer inside this one makes of its inputs.
    public List<Tensor> callAll(Layer<?> layer, List<Tensor> inputs) {
        return callAll(layer, Map.of(), inputs);
    }

    /// The same, told something beside the inputs; see [Layer#applyWith].
    public List<Tensor> callAll(
            Layer<?> layer, Map<String, Object> arguments, List<Tensor> inputs) {
        var name = called.computeIfAbsent(layer, this::nameOf);
        return callAll(layer, name, within(layer, name), arguments, inputs);
    }

    /// The scope of a layer inside this one, for those who call it by other methods than
    /// [Layer#callAll]. Its weights lie where [#call] would put them.
    public Scope inside(Layer<?> layer) {
        var name = called.computeIfAbsent(layer, this::nameOf);
        return inside(layer, name, within(layer, name), Map.of(), List.of());
    }

    private Place within(Layer<?> layer, String name) {
        return place.equals(Place.NOWHERE)
                ? Place.of(layer, name)
                : place.inner(layer, join(path, name));
    }

    private Scope inside(
            Layer<?> layer,
            String name,
            Place at,
            Map<String, Object> arguments,
            List<Tensor> inputs) {
        var part = layer.weights(weights, name, pass.probing());
        var told = new HashMap<>(layer.arguments());
        told.putAll(arguments);
        var type = layer.dtypeWithin(dtype);
        return new Scope(part, pass, join(path, name), type, at, inputs, told);
    }

    private String nameOf(Layer<?> layer) {
        var name = layer.name().isEmpty() ? names.next(layer) : layer.name();
        if (called.containsValue(name)) {
            throw wrong("two layers have the name '" + name + "'")
                    .expected("one name a layer; the same layer object may be called twice");
        }
        return name;
    }

    List<Tensor> callAll(
            Layer<?> layer,
            String name,
            Place at,
            Map<String, Object> arguments,
            List<Tensor> inputs) {
        if (Boolean.TRUE.equals(arguments.get(Layer.MASK))) {
            return masked(layer, name, at, arguments, inputs);
        }
        var type = layer.dtypeWithin(dtype);
        var xs =
                layer.convertsInputs()
                        ? inputs.stream().map(x -> converted(x, type)).toList()
                        : inputs;
        var scope = inside(layer, name, at, arguments, xs);
        try {
            var ys = layer.callAll(scope, xs);
            passMask(layer, xs, ys);
            price(layer.priceOfResults(), ys);
            pass.made(scope.path, ys);
            return ys;
        } catch (HebbException e) {
            throw pass.places(e) && !e.isWithin(at.toString()) ? e.within(at.toString()) : e;
        }
    }

    /// The last input is the mask of the first, for this one call.
    private List<Tensor> masked(
            Layer<?> layer,
            String name,
            Place at,
            Map<String, Object> arguments,
            List<Tensor> inputs) {
        var others = new HashMap<>(arguments);
        others.put(Layer.MASK, false); // it is no longer among the inputs
        var x = inputs.getFirst();
        var before = pass.mask(x);
        pass.mask(x, inputs.getLast());
        try {
            return callAll(layer, name, at, others, inputs.subList(0, inputs.size() - 1));
        } finally {
            before.ifPresentOrElse(m -> pass.mask(x, m), () -> pass.unmask(x));
        }
    }

    private Tensor converted(Tensor x, DType type) {
        if (!x.dtype().isFloating() || x.dtype() == type) {
            return x;
        }
        var y = x.cast(type);
        pass.mask(x).ifPresent(m -> pass.mask(y, m));
        return y;
    }

    private void price(Regularizer activity, List<Tensor> ys) {
        if (activity.equals(Regularizer.none())) {
            return;
        }
        for (var y : ys) {
            var price = activity.of(y);
            loss(y.rank() > 0 ? price.div(y.dim(0)) : price);
        }
    }

    private void passMask(Layer<?> layer, List<Tensor> xs, List<Tensor> ys) {
        if (layer.supportsMasking() && xs.size() == 1 && pass.mask(ys.getFirst()).isEmpty()) {
            pass.mask(xs.getFirst()).ifPresent(m -> pass.mask(ys.getFirst(), m));
        }
    }

    /// The walk.
    Pass pass() {
        return pass;
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }

    // ---- errors

    /// The beginning of an error that names this layer and the model that it is in: `throw
    /// s.wrong("…").expected(…)`.
    public HebbException wrong(String what) {
        return HebbException.of(place.toString(), what);
    }
}
