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
                Unary,
                Unique {

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

    /// The computation of which this op's node is one of several outputs: nodes of equal families
    /// and the same inputs have their gradients found together. Null if each node is by itself.
    default @Nullable Family family() {
        return null;
    }

    /// A computation with several outputs, each a node of its own. Two are the same if they are
    /// equal.
    interface Family {
        /// As [Op#gradient], for those of its outputs `ys`, all of the same inputs, at which a
        /// gradient arrived; each of them once.
        void gradients(List<Node> ys, List<Node> dys, Adjoints to);
    }
}
