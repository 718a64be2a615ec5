package hebb.nn;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.nn.layers.Input;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Layers one behind the other: each is given what the one before it makes.
///
/// With an [Input] in front the model has its weights at once; without, it gets them with the first
/// data that it sees.
///
/// {@snippet :
/// var model = Sequential.of(
///         Input.of(784),
///         Dense.of(128).activation(RELU).name("fc1"),
///         Dense.of(10).activation(SOFTMAX));
/// }
public final class Sequential extends Model {
    private final List<Layer<?>> chain;

    private Sequential(List<Layer<?>> chain) {
        super(chain);
        this.chain = chain;
        buildIfDeclared();
    }

    /// A model of these layers, of which the first may be an [Input]. A layer may itself be a
    /// model.
    public static Sequential of(Layer<?>... layers) {
        return of(List.of(layers));
    }

    /// The same of a list.
    public static Sequential of(List<? extends Layer<?>> layers) {
        if (layers.isEmpty()) {
            throw HebbException.of("Sequential", "there are no layers").expected("at least one");
        }
        for (int i = 1; i < layers.size(); i++) {
            if (layers.get(i) instanceof Input input) {
                throw HebbException.of("Sequential", "an Input can only be the first layer")
                        .received(input + " as layer " + (i + 1));
            }
        }
        return new Sequential(List.copyOf(layers));
    }

    /// The input, if one was declared.
    public Optional<Input> input() {
        return chain.getFirst() instanceof Input input ? Optional.of(input) : Optional.empty();
    }

    @Override
    List<Entrance> entrances() {
        return input().map(i -> List.of(new Entrance(i, madeOf(i)))).orElse(List.of());
    }

    private Optional<Symbol> madeOf(Input input) {
        return input.isTexts()
                ? Optional.of(chain.get(chain.size() > 1 ? 1 : 0).apply(input))
                : Optional.empty();
    }

    @Override
    public Network drawn() {
        var first = chain.getFirst();
        var input = first instanceof Input i ? i : undeclared();
        Source end = input;
        for (var layer : chain.subList(first == input ? 1 : 0, chain.size())) {
            end = layer.apply(end);
        }
        return new Network(label(), List.of(input), List.of(end));
    }

    private Input undeclared() {
        requireBuilt();
        var spec = inputs().getFirst();
        return Input.of(spec.shape().drop(0)).dtype(spec.dtype());
    }

    @Override
    public List<String> inputNames() {
        var first = chain.getFirst();
        return List.of(first instanceof Input ? member(first).name() : "input");
    }

    @Override
    public List<String> outputNames() {
        return List.of(member(chain.getLast()).name());
    }

    /// The layers in their order, without the [Input].
    @Override
    public List<Layer<?>> layers() {
        return members().stream().<Layer<?>>map(Member::layer).toList();
    }

    @Override
    List<Member> members() {
        return super.members().stream().filter(m -> !(m.layer() instanceof Input)).toList();
    }

    @Override
    List<Tensor> run(Scope s, List<Tensor> xs) {
        var values = List.of(xs.size() == 1 ? entered(s, xs.getFirst()) : several(s, xs));
        int before = input().filter(Input::isTexts).isPresent() ? 2 : 0; // those did their work
        for (var layer : chain.subList(before, chain.size())) {
            values = call(s, layer, Map.of(), values);
        }
        return values;
    }

    private Tensor entered(Scope s, Tensor x) {
        boolean isPixels = x.dtype() == DType.UINT8 || x.dtype() == DType.BOOL;
        return isPixels ? x.cast(s.dtype()) : x;
    }

    private static Tensor several(Scope s, List<Tensor> xs) {
        throw s.wrong("the model takes one input")
                .received(xs.size() + " inputs " + xs.stream().map(Tensor::shape).toList())
                .expected("one input");
    }
}
