package hebb.core.engine;

import hebb.core.op.Graph;

/// Something that can run graphs: a CPU, a GPU, or the plain loops that say what is right.
///
/// Found as a service: declare it in `module-info` and in `META-INF/services`.
public interface Engine {
    /// A short name to choose it by: `cpu`.
    String name();

    /// What it is and runs on, for people: `cpu (512-bit vectors, 2 threads)`.
    String description();

    /// Of the engines found, the one with the highest is used. A negative one is chosen by name
    /// only.
    int priority();

    /// Prepares a graph whose shapes are all known. May take its time; the result runs often.
    Executable lower(Graph graph);
}
