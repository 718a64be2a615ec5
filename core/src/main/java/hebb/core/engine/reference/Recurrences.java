package hebb.core.engine.reference;

import hebb.core.engine.Workspace;
import hebb.core.op.Graph;
import hebb.core.op.Scan;
import java.util.ArrayList;
import java.util.List;

/// Loops over time.
final class Recurrences {
    private Recurrences() {}

    static void scan(Scan op, List<Value> inputs, Value y) {
        var step = op.step();
        int states = step.states().size();
        int firstConstant = states + step.sequences().size();
        var wanted = new ArrayList<>(step.next());
        wanted.add(op.emitted());
        var body = new Interpreter(Graph.of(step.arguments(), wanted));
        int times = y.shape().dim(0);
        var arguments = inputs.stream().map(Value::array).toArray();
        for (int i = 0; i < times; i++) {
            int time = op.reverse() ? times - 1 - i : i;
            for (int s = states; s < firstConstant; s++) {
                arguments[s] = at(time, inputs.get(s));
            }
            var results = wanted.stream().map(n -> n.dtype().array(n.shape().size())).toArray();
            body.run(arguments, results, new Workspace());
            System.arraycopy(results, 0, arguments, 0, states);
            int size = op.emitted().shape().size();
            y.move(time * size, results[states], 0, size);
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
