package hebb.nn;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.core.tensor.Traced;
import hebb.data.text.Strings;
import hebb.nn.layers.Input;
import hebb.nn.layers.Recurrent;
import hebb.nn.terminal.Terminal;
import hebb.nn.training.Compile;
import hebb.nn.training.Predictor;
import hebb.nn.training.Trainer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Layers that are connected, and what they have learned: the weights, the states, and how to train
/// them.
///
/// A model is the one thing here with an identity. Used as a layer of another model it brings its
/// weights, shared and not copied. What looks like a setter ([#name], [#trainable]) returns another
/// view of the same weights; [#freeze], [#seed] and [#compile] change this object.
public abstract sealed class Model extends Layer<Model> implements Learning, Predicting, Saving
        permits Sequential, Functional {
    private final Members members;
    private Weights weights = Weights.unseeded();
    private Building building = new Building();
    private Predictor predictor = new Predictor(this);
    private @Nullable Trainer trainer;

    Model(List<? extends Layer<?>> layers) {
        members = Members.of(label(), layers);
        claimWeights();
    }

    /// Some layers of another model, with the names and weights that they have there.
    Model(List<? extends Layer<?>> layers, Model of) {
        dtypeOf(of);
        members = Members.of(label(), layers, of.members::nameOf);
        for (var member : members.inOrder()) {
            var _ = weights.mount(member.name(), of.weights.part(member.name()));
        }
    }

    private void claimWeights() {
        for (var member : members.inOrder()) {
            var _ = member.layer().weights(weights, member.name(), false);
        }
    }

    /// A model of one input and one output.
    public static Model of(Input x, Symbol y) {
        return of(List.of(x), List.of(y));
    }

    /// A model of several inputs, or outputs.
    ///
    /// @throws HebbException if an output depends on an input that is not listed
    public static Model of(List<Input> xs, List<Symbol> ys) {
        return of(Nested.of(xs), Nested.of(ys));
    }

    /// A model of inputs and outputs with keys, as Keras's dicts. They are given, and predicted, in
    /// the order of their keys, which are their names.
    public static Model of(Map<String, Input> xs, Map<String, Symbol> ys) {
        return of(Nested.of(xs), Nested.of(ys));
    }

    /// A model of inputs and outputs in lists and dicts of any kind.
    ///
    /// @throws HebbException if an output depends on an input that is not listed
    public static Model of(Nested<Input> xs, Nested<Symbol> ys) {
        return new Functional(new Network("functional", xs, ys));
    }

    /// The model that a file holds, as [#save] or Keras wrote it: ready to predict, and to be
    /// trained further if it was compiled.
    ///
    /// @throws HebbException if it cannot be read, or holds something that is not known here
    public static Model load(String file) {
        return load(Path.of(file));
    }

    /// The same by path.
    public static Model load(Path file) {
        return Saving.Files.FOUND.load(file);
    }

    /// The model that a JSON text describes, as [#toJson()] or Keras's `to_json` wrote it, with new
    /// weights.
    public static Model fromJson(String json) {
        return Saving.Files.FOUND.fromJson(json);
    }

    /// Another view of the same weights, not compiled.
    @Override
    protected final Model clone() throws CloneNotSupportedException {
        var copy = (Model) super.clone();
        copy.predictor = new Predictor(copy);
        copy.trainer = null;
        return copy;
    }

    // ---- its parts

    /// The layers in their order. Keras: `model.layers`.
    public List<Layer<?>> layers() {
        return members.inOrder().stream().<Layer<?>>map(Member::layer).toList();
    }

    /// The layer of this name, or path in models inside this one: `fc1`, `base/conv1`.
    ///
    /// @throws HebbException if there is none
    public Layer<?> layer(String path) {
        int slash = path.indexOf('/');
        var member = members.named(label(), slash < 0 ? path : path.substring(0, slash));
        if (slash < 0) {
            return member.layer();
        }
        if (!(member.layer() instanceof Model inner)) {
            throw HebbException.of(
                            "'" + label() + "'",
                            "'" + member.name() + "' is not a model that has layers")
                    .received("'" + path + "'");
        }
        return inner.layer(path.substring(slash + 1));
    }

    /// The name that a layer has in this model.
    public String nameOf(Layer<?> layer) {
        return member(layer).name();
    }

    /// The weights and states, by path: `model.weights().value("fc1/kernel")`.
    ///
    /// @throws HebbException if the model has none yet, because it has no Input and saw no data
    public Weights weights() {
        requireBuilt();
        return weights;
    }

    final void requireBuilt() {
        if (!isBuilt()) {
            throw HebbException.of(place().toString(), "the model is not built")
                    .expected("weights, which it gets when it knows the shape of its input")
                    .fix("put Input.of(…) first, or fit, predict or build(Spec) before");
        }
    }

    /// What is known of the inputs, with the batch in front, unknown; empty if the model is not
    /// built.
    public final List<Spec> inputs() {
        var declared = declaredInputs();
        return declared.isEmpty() ? building.inputs() : declared;
    }

    /// Where tensors enter, if there are Inputs.
    abstract List<Entrance> entrances();

    private List<Spec> declaredInputs() {
        return entrances().stream().map(Entrance::spec).toList();
    }

    /// What a model of texts is given in place of them: what its layers at the entrance make of
    /// them.
    ///
    /// {@snippet :
    /// model.fit(model.numbers(texts), labels);
    /// }
    ///
    /// @throws HebbException if it has other inputs, or several such layers
    @Override
    public final Tensor numbers(Strings texts) {
        var numbers = numbers(List.of(texts));
        if (numbers.size() != 1) {
            throw HebbException.of("numbers of '" + label() + "'", "several layers read the texts")
                    .received(String.join(", ", inputNames()))
                    .fix("model.numbers(List.of(texts)), which gives a list");
        }
        return numbers.getFirst();
    }

    /// The same of several inputs: [Strings] for those of texts, tensors for the others, in the
    /// order of the Inputs.
    public final List<Tensor> numbers(List<?> xs) {
        return Entrance.numbers(label(), entrances(), xs);
    }

    /// What is known of the outputs, with the batch in front, unknown; empty if the model is not
    /// built.
    public final List<Spec> outputs() {
        return building.outputs();
    }

    /// Names of the inputs: their keys, or those of their [Input]s.
    public abstract List<String> inputNames();

    /// Names for the outputs: their keys, or those of the layers that make them.
    @Override
    public abstract List<String> outputNames();

    /// Names of the layers where the inputs enter.
    public List<String> inputLayers() {
        return inputNames();
    }

    /// Names of the layers that make the outputs, counted where one makes several.
    public List<String> outputLayers() {
        return outputNames();
    }

    /// Names that the metrics of the outputs begin with, where there are several: Keras's differ
    /// from those of the outputs in nested structures.
    public List<String> metricNames() {
        return outputNames();
    }

    /// The model's name: the one it was given, or `sequential` or `functional`.
    @Override
    public String label() {
        return name().isEmpty() ? Names.snakeCase(className()) : name();
    }

    // ---- how it begins

    /// Draws the first values of the weights from this seed. Default: 0, so that the same program
    /// always learns the same.
    ///
    /// The weights of a model that has them already are drawn anew.
    @CanIgnoreReturnValue
    public Model seed(long seed) {
        weights.seed(seed);
        return this;
    }

    /// Whether it has its weights: with an Input at once, else when it has seen the first data.
    public boolean isBuilt() {
        return building.isDone();
    }

    /// Makes the weights for inputs of these specs, with the batch in front, if they are not made
    /// yet.
    @CanIgnoreReturnValue
    public Model build(Spec... inputs) {
        build(List.of(inputs));
        return this;
    }

    private void build(List<Spec> inputs) {
        var pass = Pass.inference();
        try {
            building.once(() -> {
                var _ =
                        Traced.ofAll(xs -> callAll(top(pass), xs))
                                .infer(inputs.stream().map(Building::anyBatch).toList());
            });
        } catch (HebbException e) {
            pass.forget(); // for another try, with other inputs
            throw e;
        }
    }

    final void buildIfDeclared() {
        if (!declaredInputs().isEmpty()) {
            build(declaredInputs());
        }
    }

    /// A copy that computes in another type is another model: it gets weights of its own.
    @Override
    final void dtypeChanged() {
        weights = weights.anew();
        building = new Building();
        claimWeights();
        buildIfDeclared();
    }

    @Override
    final DType dtypeWithin(DType outer) {
        return isBuilt() ? building.dtype() : super.dtypeWithin(outer);
    }

    /// The part of this model that leads to these layers: their results are its outputs. It shares
    /// names and weights with this one.
    ///
    /// {@snippet :
    /// var features = model.upTo("conv5").predict(images);
    /// }
    ///
    /// @throws HebbException if there is no layer of such a name
    public final Model upTo(String... layers) {
        var uses = Arrays.stream(layers).map(l -> members.named(label(), l).layer()).toList();
        return new Functional(drawn().upTo(label(), uses), this);
    }

    /// The model as a graph.
    public abstract Network drawn();

    // ---- which part of it learns

    /// Keeps the weights under these names, paths or patterns as they are in training:
    /// `freeze("base/*")`. `*` stands for any characters. Batch normalization that is frozen uses
    /// its moving statistics.
    ///
    /// @throws HebbException if nothing has such a path
    @CanIgnoreReturnValue
    public Model freeze(String... patterns) {
        return train(false, patterns);
    }

    /// Lets the weights under these names, paths or patterns learn again.
    ///
    /// @throws HebbException if nothing has such a path
    @CanIgnoreReturnValue
    public Model thaw(String... patterns) {
        return train(true, patterns);
    }

    private Model train(boolean trainable, String... patterns) {
        for (var pattern : patterns) {
            Freezing.apply(label(), weights, pattern, trainable);
        }
        return this;
    }

    @Override
    final void trainabilityChanged() {
        weights.trainable(trainable());
    }

    // ---- what it remembers

    /// Lets stateful recurrent layers forget what the last batch ended with: they begin with zeros
    /// again. Keras: each layer's `reset_states`.
    public final void resetStates() {
        for (var weight : weights) {
            if (weight.isState() && weight.name().startsWith(Recurrent.STATE)) {
                weight.assign(Tensor.zeros(weight.spec()));
            }
        }
    }

    // ---- what it computes

    /// What the model makes of one input, as it is: at once, or as a part of a recording.
    public final Tensor call(Tensor x) {
        return call(Pass.inference(), List.of(x)).getFirst();
    }

    /// What the model makes of its inputs in one walk, which says whether it trains.
    public final List<Tensor> call(Pass pass, List<Tensor> xs) {
        if (!isBuilt()) {
            build(xs.stream().map(Tensor::spec).toList());
        }
        return callAll(top(pass), xs);
    }

    @Override
    protected final Tensor call(Scope s, Tensor x) {
        return callAll(s, List.of(x)).getFirst();
    }

    @Override
    protected final Tensor call(Scope s, List<Tensor> xs) {
        return callAll(s, xs).getFirst();
    }

    @Override
    protected final List<Tensor> callAll(Scope s, List<Tensor> xs) {
        int before = s.pass().weightsMade();
        var fitted = fitted(xs);
        var ys = run(s, fitted);
        requireShapes(s, fitted); // after the layers, which know better what is wrong for them
        if (!isBuilt() && !s.pass().probing()) {
            building.finish(xs, ys, s.dtype());
            s.pass().keep(before);
        }
        return ys;
    }

    /// Keras's leniency: a last axis of length 1 may be missing, or be there too much.
    private List<Tensor> fitted(List<Tensor> xs) {
        var specs = declaredInputs();
        return specs.size() == xs.size()
                ? IntStream.range(0, xs.size())
                        .mapToObj(i -> fitted(xs.get(i), specs.get(i).shape()))
                        .toList()
                : xs;
    }

    private static Tensor fitted(Tensor x, Shape expected) {
        int rank = expected.rank();
        if (x.rank() == rank - 1 && expected.dim(-1) == 1) {
            return x.expandDims(-1);
        }
        return x.rank() == rank + 1 && x.dim(-1) == 1 ? x.squeeze(-1) : x;
    }

    private void requireShapes(Scope s, List<Tensor> xs) {
        var specs = declaredInputs();
        for (int i = 0; i < specs.size(); i++) {
            var expected = specs.get(i).shape();
            if (!xs.get(i).shape().matches(expected)) {
                throw s.wrong("the data do not have the shape of the input")
                        .received(xs.get(i).shape())
                        .expected(expected);
            }
        }
    }

    /// Calls a layer of this model under the name that it has here.
    final List<Tensor> call(
            Scope s, Layer<?> layer, Map<String, Object> arguments, List<Tensor> xs) {
        var member = member(layer);
        return s.callAll(layer, member.name(), member.place(label()), arguments, xs);
    }

    final Member member(Layer<?> layer) {
        return members.of(layer);
    }

    /// What the layers make of the inputs.
    abstract List<Tensor> run(Scope s, List<Tensor> xs);

    @Override
    final Weights weights(Weights parent, String name, boolean probing) {
        return probing ? weights : parent.mount(name, weights);
    }

    private Scope top(Pass pass) {
        return Scope.top(weights, pass, dtypeWithin(DType.FLOAT32), place());
    }

    private Place place() {
        return new Place(getClass().getSimpleName(), label(), 0, "");
    }

    // ---- how it learns

    @Override
    public void compile(Compile settings) {
        trainer = new Trainer(this, settings);
    }

    @Override
    public Trainer trainer() {
        if (trainer == null) {
            throw HebbException.of(place().toString(), "the model is not compiled")
                    .expected("an optimizer and a loss before it can train or be evaluated")
                    .fix("model.compile(Adam.of(), MeanSquaredError.of())");
        }
        return trainer;
    }

    @Override
    public boolean isCompiled() {
        return trainer != null;
    }

    @Override
    public Predictor predictor() {
        return predictor;
    }

    // ---- printed

    /// Prints the layers, what they make, and how many weights they have, as Keras does.
    public void summary() {
        Terminal.print(System.out, Summary.of(this).toString());
    }

    /// The layers with their names, in their order.
    List<Member> members() {
        return members.inOrder();
    }

    Weights ownWeights() {
        return weights;
    }

    boolean isChain() {
        return true;
    }

    /// What a layer is given, as Keras writes it: `dense[0][0]`.
    List<String> connections(Layer<?> layer) {
        return List.of();
    }

    @Override
    public Options options() {
        return Options.none();
    }

    /// `Sequential 'mnist' (3 layers)`.
    @Override
    public String toString() {
        return place() + " (" + layers().size() + " layers)";
    }
}
