package hebb.core.engine.reference;

import hebb.core.engine.Engine;
import hebb.core.engine.Executable;
import hebb.core.op.Graph;

/// The engine that is always right: it computes each op by plain loops in the very order that the
/// op's documentation defines, and so says which bits the others must produce.
///
/// Chosen by name only (`-Dhebb.engine=reference`): a step of training takes it hundreds of times
/// as long as the CPU engine.
public final class ReferenceEngine implements Engine {
    @Override
    public String name() {
        return "reference";
    }

    @Override
    public String description() {
        return "reference (plain loops, one thread)";
    }

    @Override
    public int priority() {
        return -1;
    }

    @Override
    public Executable lower(Graph graph) {
        return new Interpreter(graph);
    }
}
