package hebb.core.op;

import java.util.List;

/// A computation: what goes in, what comes out, and which results overwrite an argument.
///
/// `updates.get(i)` is the number of the argument whose array result i is written into, or [#NEW].
/// Such a write comes after the last read of what it overwrites.
public record Graph(List<Node> arguments, List<Node> results, List<Integer> updates) {
    /// A result that has an array of its own.
    public static final int NEW = -1;

    public Graph {
        arguments = List.copyOf(arguments);
        results = List.copyOf(results);
        updates = List.copyOf(updates);
        if (results.size() != updates.size()) {
            throw new IllegalArgumentException("one update for each result");
        }
    }

    /// A graph whose results all have arrays of their own.
    public static Graph of(List<Node> arguments, List<Node> results) {
        return new Graph(arguments, results, results.stream().map(r -> NEW).toList());
    }

    /// All nodes under the results, each behind its inputs.
    public List<Node> nodes() {
        return Topology.of(results);
    }

    /// This graph with other results: same number, types and shapes.
    public Graph withResults(List<Node> changed) {
        return new Graph(arguments, changed, updates);
    }
}
