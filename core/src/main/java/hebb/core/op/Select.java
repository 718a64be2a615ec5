package hebb.core.op;

import hebb.core.shape.Broadcasting;
import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Spec;
import java.util.List;

/// Elementwise choice: the second input where the first (bool) holds, the third elsewhere; all
/// three broadcast. Keras: `ops.where`.
public record Select() implements Op {
    public static final Select INSTANCE = new Select();

    @Override
    public String label() {
        return "where";
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, 3);
        var condition = inputs.get(0);
        if (condition.dtype() != DType.BOOL) {
            throw HebbException.of(label(), "the condition is not bool")
                    .received(condition)
                    .expected("bool")
                    .fix("compare first, for example x.greater(0)");
        }
        var type = Check.sameType(this, inputs.get(1), inputs.get(2));
        var values = Broadcasting.of(label(), inputs.get(1).shape(), inputs.get(2).shape());
        return new Spec(Broadcasting.of(label(), condition.shape(), values), type);
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {
        to.add(1, () -> dy.where(y.input(0)));
        to.add(2, () -> dy.where(Node.of(Unary.NOT, y.input(0))));
    }
}
