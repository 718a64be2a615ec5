package hebb.nn;

import hebb.core.tensor.Tensor;
import hebb.nn.layers.Input;
import java.util.List;

/// A model drawn as a graph: several inputs and outputs, branches, shared layers. Made by
/// [Model#of].
public final class Functional extends Model {
    private final Network network;

    Functional(Network network) {
        super(network.layers());
        this.network = network;
        buildIfDeclared();
    }

    /// A part of another model.
    Functional(Network network, Model of) {
        super(network.layers(), of);
        this.network = network;
        buildIfDeclared();
    }

    @Override
    public Network drawn() {
        return network;
    }

    @Override
    List<Entrance> entrances() {
        return network.entrances();
    }

    @Override
    public List<String> outputNames() {
        return Network.counted(network.outputNest().names(this::maker));
    }

    @Override
    public List<String> metricNames() {
        return network.outputNest().isFlat() ? outputNames() : outputLayers();
    }

    @Override
    public List<String> inputLayers() {
        return atEntrances(network.inputs().stream().map(i -> member(i).name()).toList());
    }

    /// The names of inputs for all of their entrances: those of texts may have several.
    private List<String> atEntrances(List<String> inputs) {
        return Network.counted(
                entrances().stream()
                        .map(e -> inputs.get(network.inputs().indexOf(e.input())))
                        .toList());
    }

    @Override
    public List<String> outputLayers() {
        return Network.counted(network.outputs().stream().map(this::maker).toList());
    }

    private String maker(Source output) {
        return member(output instanceof Symbol s ? s.made().layer() : (Input) output).name();
    }

    @Override
    List<Tensor> run(Scope s, List<Tensor> xs) {
        int inputs = entrances().size();
        if (xs.size() != inputs) {
            throw s.wrong("the number of inputs is wrong")
                    .received(xs.size() + " " + xs.stream().map(Tensor::shape).toList())
                    .expected(inputs + ": " + String.join(", ", inputNames()));
        }
        return network.run(xs, (layer, told, values) -> call(s, layer, told, values));
    }

    @Override
    public List<String> inputNames() {
        return atEntrances(network.inputNest().names(i -> member(i).name()));
    }

    @Override
    boolean isChain() {
        return network.isChain();
    }

    @Override
    List<String> connections(Layer<?> layer) {
        return network.uses(layer).stream()
                .flatMap(use -> use.inputs().stream())
                .map(this::connection)
                .toList();
    }

    private String connection(Source source) {
        return switch (source) {
            case Input input -> member(input).name() + "[0][0]";
            case Symbol symbol -> {
                var layer = symbol.made().layer();
                int use = network.uses(layer).indexOf(symbol.made());
                yield member(layer).name() + "[" + use + "][" + symbol.index() + "]";
            }
        };
    }
}
