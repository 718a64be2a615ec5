package hebb.core.engine;

/// A graph made ready to run. Immutable: several threads may run it at once, each in a [Workspace]
/// of its own.
public interface Executable {
    /// Computes the results.
    ///
    /// Arrays are of the class that `DType` says and hold at least the shape's elements, from index
    /// 0, in row-major order. Where the graph says that a result overwrites an argument, the two
    /// arrays are one and the same.
    void run(Object[] arguments, Object[] results, Workspace workspace);

    /// The steps that will run, for people.
    String plan();
}
