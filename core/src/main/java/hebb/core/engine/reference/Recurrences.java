package hebb.core.engine.reference;

import hebb.core.engine.Workspace;
import hebb.core.op.Graph;
import hebb.core.op.Node;
import hebb.core.op.Recurrence;
import hebb.core.op.Scan;
import hebb.core.op.ScanCarry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;

/// Loops over time.
final class Recurrences {
    private Recurrences() {}

    static void scan(Scan op, List<Value> inputs, Value y) {
        int size = op.emitted().shape().size();
        run(op.family(), op.emitted(), inputs, (made, time) -> y.move(time * size, made, 0, size));
    }

    static void carry(ScanCarry op, List<Value> inputs, Value y) {
        int size = y.shape().size();
        y.move(0, inputs.get(op.state()).array(), 0, size);
        var next = op.step().next().get(op.state());
        run(op.family(), next, inputs, (made, _) -> y.move(0, made, 0, size));
    }

    /// Repeats the step; `kept` is given what `node` was, and when.
    private static void run(
            Recurrence.Loop loop, Node node, List<Value> inputs, ObjIntConsumer<Object> kept) {
        var step = loop.step();
        int states = step.states().size();
        int firstConstant = states + step.sequences().size();
        var wanted = new ArrayList<>(step.next());
        wanted.add(node);
        var body = new Interpreter(Graph.of(step.arguments(), wanted));
        int times = inputs.get(states).shape().dim(0);
        var arguments = inputs.stream().map(Value::array).toArray();
        for (int i = 0; i < times; i++) {
            int time = loop.reverse() ? times - 1 - i : i;
            for (int s = states; s < firstConstant; s++) {
                arguments[s] = at(time, inputs.get(s));
            }
            var results = wanted.stream().map(n -> n.dtype().array(n.shape().size())).toArray();
            body.run(arguments, results, new Workspace());
            System.arraycopy(results, 0, arguments, 0, states);
            kept.accept(results[states], time);
        }
    }

    /// What a sequence holds at one time.
    private static Object at(int time, Value sequence) {
        int size = sequence.shape().drop(0).size();
        var part = sequence.dtype().array(size);
        System.arraycopy(sequence.array(), time * size, part, 0, size);
        return part;
    }
}
