package hebb.eval;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.core.tensor.Traced;
import hebb.nn.Model;
import java.util.OptionalInt;

/// How much each number of an input matters for the class: the gradient of the evidence with
/// respect to it. Works for every model of one floating input.
///
/// {@snippet :
/// var heat = Saliency.of(model).map(images);                // (images, height, width)
/// var shares = Saliency.of(model).integrated(table, 50);    // (rows, columns)
/// }
///
/// Of each sample the class that is predicted is looked at, of a single output that which speaks
/// for class 1; [#ofClass] names another.
public final class Saliency {
    private final Model model;
    private final OptionalInt wanted;

    private Saliency(Model model, OptionalInt wanted) {
        this.model = model;
        this.wanted = wanted;
    }

    /// Of what this model predicts.
    public static Saliency of(Model model) {
        ClassEvidence.requireOneOutput("Saliency.of", model);
        return new Saliency(model, OptionalInt.empty());
    }

    /// What matters for this class, whatever the model predicts.
    public Saliency ofClass(int number) {
        return new Saliency(model, OptionalInt.of(number));
    }

    /// The gradient of the evidence, in the shape of `x`: positive where more would speak for the
    /// class.
    public Tensor gradient(Tensor x) {
        return slope().run(x, ClassEvidence.classes(model, x, wanted));
    }

    /// Of images the size of the gradient, the largest over the channels (samples, height, width).
    /// Source: Simonyan and others, "Deep inside convolutional networks", 2013.
    public Tensor map(Tensor images) {
        return gradient(images).abs().max(-1);
    }

    /// Shares of the evidence, in the shape of `x`: the mean gradient on `steps` points of the way
    /// from zeros to `x`, times `x`. Those of one sample sum to about how much more evidence there
    /// is than for zeros. Source: Sundararajan and others, "Axiomatic attribution", ICML 2017.
    public Tensor integrated(Tensor x, int steps) {
        if (steps < 1) {
            throw HebbException.of("Saliency.integrated", "there is no step")
                    .received(steps)
                    .expected("1 or more");
        }
        var slope = slope();
        var classes = ClassEvidence.classes(model, x, wanted);
        var sum = Tensor.zeros(x.spec());
        for (int i = 0; i < steps; i++) {
            sum = sum.add(slope.run(x.mul((i + 0.5) / steps), classes));
        }
        return sum.div(steps).mul(x);
    }

    private Traced slope() {
        return Traced.of((x, classes) ->
                ClassEvidence.of(ClassEvidence.outputs(model, x).getFirst(), classes).gradient(x));
    }
}
