package hebb.core.engine.reference;

import static java.util.Objects.requireNonNull;

import hebb.core.engine.Executable;
import hebb.core.engine.Workspace;
import hebb.core.op.ArgReduce;
import hebb.core.op.ArgSort;
import hebb.core.op.Argument;
import hebb.core.op.AveragePool;
import hebb.core.op.AveragePoolGradient;
import hebb.core.op.Binary;
import hebb.core.op.Broadcast;
import hebb.core.op.Cast;
import hebb.core.op.Compare;
import hebb.core.op.Concat;
import hebb.core.op.Constant;
import hebb.core.op.Convolution;
import hebb.core.op.ConvolutionInputGradient;
import hebb.core.op.ConvolutionKernelGradient;
import hebb.core.op.CustomGradient;
import hebb.core.op.Gather;
import hebb.core.op.Graph;
import hebb.core.op.Iota;
import hebb.core.op.LogSoftmax;
import hebb.core.op.MatMul;
import hebb.core.op.MaxPool;
import hebb.core.op.MaxPoolGradient;
import hebb.core.op.Node;
import hebb.core.op.Pad;
import hebb.core.op.Philox;
import hebb.core.op.Random;
import hebb.core.op.Reduce;
import hebb.core.op.Reshape;
import hebb.core.op.Reverse;
import hebb.core.op.Scan;
import hebb.core.op.ScanCarry;
import hebb.core.op.ScatterAdd;
import hebb.core.op.Select;
import hebb.core.op.Slice;
import hebb.core.op.Softmax;
import hebb.core.op.Transpose;
import hebb.core.op.Unary;
import hebb.core.op.Unique;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/// Runs a graph node by node, each into an array of its own.
final class Interpreter implements Executable {
    private final Graph graph;
    private final List<Node> nodes;

    Interpreter(Graph graph) {
        this.graph = graph;
        this.nodes = graph.nodes();
        for (var node : nodes) {
            int _ = node.shape().size(); // fails unless it is known
        }
    }

    @Override
    public void run(Object[] arguments, Object[] results, Workspace workspace) {
        var values = new IdentityHashMap<Node, Value>();
        for (int i = 0; i < arguments.length; i++) {
            // copied, as a result may overwrite it
            values.put(graph.arguments().get(i), copy(graph.arguments().get(i), arguments[i]));
        }
        for (var node : nodes) {
            if (!values.containsKey(node)) {
                values.put(node, compute(node, node.inputs().stream().map(values::get).toList()));
            }
        }
        for (int i = 0; i < results.length; i++) {
            var value = requireNonNull(values.get(graph.results().get(i)));
            System.arraycopy(value.array(), 0, results[i], 0, value.size());
        }
    }

    private static Value copy(Node node, Object array) {
        var value = Value.of(node.spec());
        value.fill(array);
        return value;
    }

    private static Value compute(Node node, List<Value> inputs) {
        var y = Value.of(node.spec());
        var x = inputs.isEmpty() ? y : inputs.getFirst();
        switch (node.op()) {
            case Argument argument ->
                    throw new IllegalStateException(argument.label() + " is not the graph's");
            case Constant op -> y.fill(op.data());
            case Iota op -> Movement.iota(op.axis(), y);
            case Random op -> random(op, inputs.get(0), inputs.get(1), y);
            case Unary op -> Elementwise.unary(op, x, y);
            case Binary op -> Elementwise.binary(op, x, inputs.get(1), y);
            case Compare op -> Elementwise.compare(op, x, inputs.get(1), y);
            case Select _ -> Elementwise.select(x, inputs.get(1), inputs.get(2), y);
            case Cast _ -> Elementwise.cast(x, y);
            case Reshape _, CustomGradient _ -> y.fill(x.array());
            case Broadcast _ -> Movement.broadcast(x, y);
            case Transpose op -> Movement.transpose(op, x, y);
            case Slice op -> Movement.slice(op, x, y);
            case Reverse op -> Movement.reverse(op, x, y);
            case Pad op -> Movement.pad(op, x, y);
            case Concat op -> Movement.concat(op.axis(), inputs, y);
            case Gather op -> Indexing.gather(op, x, inputs.get(1), y);
            case ScatterAdd op -> Indexing.scatterAdd(op, x, inputs.get(1), y);
            case Unique op -> Indexing.unique(op, x, y);
            case Reduce op -> Reduction.reduce(op, x, y);
            case ArgSort op -> Sorting.argSort(op, x, y);
            case ArgReduce op -> Reduction.argReduce(op, x, y);
            case Scan op -> Recurrences.scan(op, inputs, y);
            case ScanCarry op -> Recurrences.carry(op, inputs, y);
            case Softmax _ -> Reduction.softmax(x, y);
            case LogSoftmax _ -> Reduction.logSoftmax(x, y);
            case MatMul op -> MatrixProduct.run(op, x, inputs.get(1), y);
            case Convolution op -> Convolutions.forward(op, x, inputs.get(1), y);
            case ConvolutionInputGradient op -> Convolutions.inputGradient(op, x, inputs.get(1), y);
            case ConvolutionKernelGradient op ->
                    Convolutions.kernelGradient(op, x, inputs.get(1), y);
            case MaxPool op -> Pooling.max(op.window(), x, y);
            case MaxPoolGradient op ->
                    Pooling.maxGradient(op.window(), x, inputs.get(1), inputs.get(2), y);
            case AveragePool op -> Pooling.average(op.window(), x, y);
            case AveragePoolGradient op -> Pooling.averageGradient(op.window(), x, y);
        }
        return y;
    }

    private static void random(Random op, Value seed, Value step, Value y) {
        long s = seed.integers().at(0);
        long t = step.integers().at(0);
        switch (y.elements()) {
            case Floats.Float32s to ->
                    Philox.fill(op.kind(), s, op.streamKey(), t, 0, y.size(), to.array(), 0);
            case Floats.Float64s to ->
                    Philox.fill(op.kind(), s, op.streamKey(), t, 0, y.size(), to.array(), 0);
            case Integers _ -> throw new IllegalStateException(op + " of " + y.dtype());
        }
    }

    @Override
    public String plan() {
        var numbers = new IdentityHashMap<Node, Integer>();
        var steps = new ArrayList<String>();
        for (var node : nodes) {
            numbers.put(node, numbers.size());
            var inputs = node.inputs().stream().map(i -> " %" + numbers.get(i)).toList();
            steps.add("%" + numbers.get(node) + " = " + node + String.join("", inputs));
        }
        return String.join("\n", steps);
    }
}
