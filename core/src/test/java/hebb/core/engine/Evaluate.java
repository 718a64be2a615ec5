package hebb.core.engine;

import hebb.core.engine.reference.ReferenceEngine;
import hebb.core.op.Constant;
import hebb.core.op.Graph;
import hebb.core.op.Node;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.List;

/// Nodes made of numbers, and the numbers that the reference engine makes of nodes.
public final class Evaluate {
    private Evaluate() {}

    /// A float32 constant of one axis.
    public static Node floats(float... values) {
        return Node.of(new Constant(values, Spec.of(values.length)));
    }

    /// A float64 constant of one axis.
    public static Node doubles(double... values) {
        return constant(values, DType.FLOAT64, values.length);
    }

    /// An int32 constant of one axis.
    public static Node ints(int... values) {
        return constant(values, DType.INT32, values.length);
    }

    /// An int64 constant of one axis.
    public static Node longs(long... values) {
        return constant(values, DType.INT64, values.length);
    }

    /// A uint8 constant of one axis, of the values' low bits.
    public static Node bytes(int... values) {
        var array = new byte[values.length];
        for (int i = 0; i < array.length; i++) {
            array[i] = (byte) values[i];
        }
        return constant(array, DType.UINT8, values.length);
    }

    private static Node constant(Object array, DType type, int length) {
        return Node.of(new Constant(array, new Spec(Shape.of(length), type)));
    }

    /// The value of a node that depends on constants only, as the array that its type says.
    public static Object array(Node node) {
        var result = node.dtype().array(node.shape().size());
        new ReferenceEngine()
                .lower(Graph.of(List.of(), List.of(node)))
                .run(new Object[0], new Object[] {result}, new Workspace());
        return result;
    }

    /// The value of a float32 node.
    public static float[] toFloats(Node node) {
        return (float[]) array(node);
    }

    /// The value of a float64 node.
    public static double[] toDoubles(Node node) {
        return (double[]) array(node);
    }
}
