package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.core.tensor.Traced;
import hebb.data.text.Strings;
import java.util.List;
import java.util.function.UnaryOperator;

/// A layer that makes numbers of texts.
///
/// Tensors hold no texts. So a model takes, for an [Input] of texts, what the layer behind it makes
/// of them: `model.numbers(texts)`, which `model.predict(texts)` asks for by itself. No other layer
/// can stand there.
public sealed interface TextLayer permits StringLookup, TextVectorization, Hashing {
    /// The numbers of texts, or the rows made of them.
    Tensor apply(Strings texts);

    /// What [#apply] makes of texts of such a shape, in which the batch is unknown.
    Spec results(Shape texts);

    /// What a function of numbers makes of int64 of such a shape.
    static Spec results(Shape numbers, UnaryOperator<Tensor> function) {
        return Traced.of(function::apply).infer(List.of(new Spec(numbers, DType.INT64))).getFirst();
    }
}
