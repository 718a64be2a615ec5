package hebb.core.tensor;

import hebb.core.op.AveragePool;
import hebb.core.op.Convolution;
import hebb.core.op.ConvolutionInputGradient;
import hebb.core.op.MaxPool;
import hebb.core.shape.Shape;
import hebb.core.shape.Window;

/// What a tensor (batch, …, channels) computes with a window that moves over its one, two or three
/// spatial axes.
sealed interface Convolving permits Tensor {
    Tensor self();

    /// Convolved with a kernel (…, channels / groups, filters).
    default Tensor conv(Tensor kernel, Window window, int groups) {
        return Tensor.apply(new Convolution(window, groups), self(), kernel);
    }

    /// The transposed convolution: the gradient of [#conv] with respect to an input of shape
    /// `result`, of which this tensor is the gradient of the output.
    default Tensor convTranspose(Tensor kernel, Window window, int groups, Shape result) {
        return Tensor.apply(new ConvolutionInputGradient(window, groups, result), self(), kernel);
    }

    /// The largest element of each window.
    default Tensor maxPool(Window window) {
        return Tensor.apply(new MaxPool(window), self());
    }

    /// The mean of each window; padding does not count.
    default Tensor averagePool(Window window) {
        return Tensor.apply(new AveragePool(window), self());
    }
}
