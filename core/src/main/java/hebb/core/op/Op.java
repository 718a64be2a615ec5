package hebb.core.op;

import hebb.core.shape.Spec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An operation: one output, computed from its inputs and its attributes (the record's components)
/// alone.
///
/// The set is closed: an engine dispatches by a `switch` without `default`, so that one that lacks
/// an op does not compile. Everything else is composed of these, as a method of `Tensor` or where
/// it is used.
///
/// Each op says which bits its result has, and engines compute just these. They need not agree on
/// which NaN a NaN is.
public sealed interface Op
        permits Argument,
                ArgReduce,
                ArgSort,
                AveragePool,
                AveragePoolGradient,
                Binary,
                Broadcast,
                Cast,
                Compare,
                Concat,
                Constant,
                Convolution,
                ConvolutionInputGradient,
                ConvolutionKernelGradient,
                CustomGradient,
                Gather,
                Iota,
                LogSoftmax,
                MatMul,
                MaxPool,
                MaxPoolGradient,
                Pad,
                Random,
                Reduce,
                Reshape,
                Reverse,
                Scan,
                ScanCarry,
                ScatterAdd,
                Select,
                Slice,
                Softmax,
                Transpose,
                Unary {

    /// The name in errors and printed plans, in the spelling of Keras's `ops` where it has one.
    String label();

    /// The output's shape and type; throws what a user of the op did wrong. Unknown axes are
    /// accepted.
    Spec infer(List<Spec> inputs);

    /// Adds to `to`, for each input that has one, the gradient with respect to it, given `dy`, that
    /// of `y`.
    ///
    /// Where an input was broadcast the gradient may have the output's shape: the walk sums it
    /// back.
    void gradient(Node y, Node dy, Adjoints to);

    /// What this op has in common with others whose nodes, if they have the same inputs, are
    /// outputs of one and the same computation: those of equal families have their gradients found
    /// together. Null if each node is by itself.
    default @Nullable Object family() {
        return null;
    }

    /// As [#gradient], for all nodes of a family; only with a [#family] of its own does an op need
    /// it.
    default void gradients(List<Node> ys, List<Node> dys, Adjoints to) {
        for (int i = 0; i < ys.size(); i++) {
            gradient(ys.get(i), dys.get(i), to);
        }
    }
}
