package hebb.cpu.conv;

import hebb.cpu.simd.Kernels;
import hebb.cpu.work.Epilogue;
import hebb.cpu.work.Work;

/// The geometry of a convolution, and its three operations; the slots are those of [Conv2D].
public sealed interface Conv permits Conv2D, Conv3D {
    /// Computes the results and applies the epilogue, which must be [Epilogue#NONE] unless it
    /// [#folds()].
    Work forward(Epilogue epilogue, Kernels kernels);

    /// Computes the gradient of what is convolved.
    Work backwardData(Kernels kernels);

    /// Computes the gradient of the weights.
    Work backwardWeights(Kernels kernels);

    /// Whether it can apply an epilogue.
    boolean folds();
}
