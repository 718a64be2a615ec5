package hebb.eval;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.nn.Model;
import hebb.nn.Pass;
import java.util.List;
import java.util.OptionalInt;

/// What speaks for a class in a model's output, before softmax or sigmoid: there the evidence for
/// one class is not mixed with that against the others.
final class ClassEvidence {
    private ClassEvidence() {}

    static void requireOneOutput(String where, Model model) {
        if (model.outputNames().size() != 1) {
            throw HebbException.of(where, "the model has several outputs")
                    .received(String.join(", ", model.outputNames()))
                    .expected("a model of one output")
                    .fix("model.upTo(\"…\"), which ends at one layer");
        }
    }

    /// The class (int32) to look at in each sample: the one wanted, or the one predicted.
    static Tensor classes(Model model, Tensor x, OptionalInt wanted) {
        var output = model.predict(x);
        int classes = output.dim(-1);
        if (wanted.isPresent()) {
            requireClass(wanted.getAsInt(), Math.max(2, classes));
        }
        var each = new Spec(output.shape().slice(0, 1), DType.INT32);
        return wanted.isPresent() || classes == 1
                ? Tensor.full(wanted.orElse(1), each)
                : output.argMax(-1);
    }

    private static void requireClass(int number, int classes) {
        if (number < 0 || number >= classes) {
            throw HebbException.of("ofClass", "the model has no such class")
                    .received(number)
                    .expected("from 0 to " + (classes - 1));
        }
    }

    static List<Tensor> outputs(Model model, Tensor x) {
        return model.call(Pass.inference(), List.of(x));
    }

    /// One number a sample, in a recording. A single output speaks for class 1, and what speaks
    /// against that for class 0.
    static Tensor of(Tensor output, Tensor classes) {
        var logits = output.softmaxInput().or(output::sigmoidInput).orElse(output);
        int count = logits.dim(-1);
        if (count == 1) {
            return logits.squeeze(-1).mul(classes.mul(2).sub(1).cast(logits.dtype()));
        }
        return logits.mul(classes.oneHot(count).cast(logits.dtype())).sum(-1);
    }
}
