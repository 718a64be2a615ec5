package hebb.bench;

import hebb.core.shape.HebbException;
import java.util.List;
import java.util.stream.Collectors;

/// A network that contenders train, by the name under which each of them knows it: those of the
/// tutorials, at the tutorials' batch sizes.
///
/// - `batch`: samples a step
/// - `steps`: steps a round, all on different samples, so that a round streams its data as an epoch
///   does
record Network(String name, int batch, int steps) {
    static final List<Network> ALL =
            List.of(
                    new Network("mnist-mlp", 32, 1000),
                    new Network("mnist-cnn", 32, 200),
                    new Network("cifar10-cnn", 32, 200),
                    new Network("cifar10-cnn-deep", 64, 100),
                    new Network("cifar10-ann", 32, 100),
                    new Network("imdb-rnn", 64, 50),
                    new Network("imdb-lstm", 64, 50));

    /// The networks called so; all, if no name is given.
    static List<Network> named(List<String> names) {
        return names.isEmpty() ? ALL : names.stream().map(Network::named).toList();
    }

    private static Network named(String name) {
        return ALL.stream()
                .filter(network -> network.name.equals(name))
                .findFirst()
                .orElseThrow(() ->
                        HebbException.of("hebb bench", "there is no network '" + name + "'")
                                .received(name)
                                .expected("one of " + names())
                                .fix("hebb bench mnist-cnn, or no name for all"));
    }

    private static String names() {
        return ALL.stream().map(Network::name).collect(Collectors.joining(", "));
    }
}
