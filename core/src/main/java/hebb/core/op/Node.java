package hebb.core.op;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.List;

/// One value of a computation: an op applied to other nodes. Immutable; compared by identity.
public final class Node {
    private final Op op;
    private final List<Node> inputs;
    private final Spec spec;

    private Node(Op op, List<Node> inputs, Spec spec) {
        this.op = op;
        this.inputs = inputs;
        this.spec = spec;
    }

    /// Applies an op, after its shape rule has accepted the inputs.
    public static Node of(Op op, Node... inputs) {
        return of(op, List.of(inputs));
    }

    /// Applies an op, after its shape rule has accepted the inputs.
    public static Node of(Op op, List<Node> inputs) {
        return new Node(
                op, List.copyOf(inputs), op.infer(inputs.stream().map(Node::spec).toList()));
    }

    /// A scalar constant of a floating or integer type.
    public static Node scalar(double value, DType dtype) {
        return of(Constant.scalar(value, dtype));
    }

    public Op op() {
        return op;
    }

    public List<Node> inputs() {
        return inputs;
    }

    public Node input(int index) {
        return inputs.get(index);
    }

    public Spec spec() {
        return spec;
    }

    public Shape shape() {
        return spec.shape();
    }

    public DType dtype() {
        return spec.dtype();
    }

    // The little algebra in which gradient rules are written.

    public Node plus(Node other) {
        return of(Binary.ADD, this, other);
    }

    public Node minus(Node other) {
        return of(Binary.SUB, this, other);
    }

    public Node times(Node other) {
        return of(Binary.MUL, this, other);
    }

    public Node times(double factor) {
        return times(scalar(factor, dtype()));
    }

    public Node over(Node other) {
        return of(Binary.DIV, this, other);
    }

    public Node negated() {
        return of(Unary.NEG, this);
    }

    /// `this` where the condition holds, +0 elsewhere.
    public Node where(Node condition) {
        return of(Select.INSTANCE, condition, this, scalar(0, dtype()));
    }

    /// The sum over these axes, each kept with length 1.
    public Node sum(int... axes) {
        return Reduce.of(Reduce.Kind.SUM, this, axes);
    }

    public Node reshape(Shape shape) {
        return shape.equals(shape()) ? this : of(new Reshape(shape), this);
    }

    /// `matmul float32(32, 10)`.
    @Override
    public String toString() {
        return op.label() + " " + spec;
    }
}
