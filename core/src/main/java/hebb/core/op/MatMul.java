package hebb.core.op;

import hebb.core.shape.Broadcasting;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.List;

/// Matrix product over the last two axes; leading axes broadcast. Either operand may be read
/// transposed (its last two axes exchanged). Floating point only.
///
/// Each element is one chain `acc = fma(a, b, acc)` from +0, with the inner index ascending.
public record MatMul(boolean transposeA, boolean transposeB) implements Op {
    public static final MatMul PLAIN = new MatMul(false, false);

    @Override
    public String label() {
        return "matmul";
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, 2);
        var a = inputs.get(0);
        var b = inputs.get(1);
        var type = Check.sameType(this, a, b);
        Check.floating(this, a);
        Check.rank(this, a, 2);
        Check.rank(this, b, 2);
        int rows = a.shape().dim(transposeA ? -1 : -2);
        int inner = a.shape().dim(transposeA ? -2 : -1);
        int innerB = b.shape().dim(transposeB ? -1 : -2);
        int columns = b.shape().dim(transposeB ? -2 : -1);
        if (inner != innerB && inner != Shape.UNKNOWN && innerB != Shape.UNKNOWN) {
            throw HebbException.of(label(), "the inner axes differ")
                    .received(show(a.shape(), transposeA) + " times " + show(b.shape(), transposeB))
                    .expected(
                            "as many columns of the first ("
                                    + inner
                                    + ") as rows of the second ("
                                    + innerB
                                    + ")")
                    .fix("transpose or reshape one of them");
        }
        var batch =
                Broadcasting.of(
                        label() + ", leading axes", a.shape().slice(0, -2), b.shape().slice(0, -2));
        return new Spec(batch.append(rows, columns), type);
    }

    private static String show(Shape shape, boolean transposed) {
        return shape + (transposed ? " transposed" : "");
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {
        var a = y.input(0);
        var b = y.input(1);
        to.add(
                0,
                () ->
                        transposeA
                                ? Node.of(new MatMul(transposeB, true), b, dy)
                                : Node.of(new MatMul(false, !transposeB), dy, b));
        to.add(
                1,
                () ->
                        transposeB
                                ? Node.of(new MatMul(true, transposeA), dy, a)
                                : Node.of(new MatMul(!transposeA, false), a, dy));
    }
}
