package hebb.cpu.conv;

import hebb.core.op.Convolution;
import hebb.core.shape.Shape;
import hebb.cpu.simd.Kernels;
import hebb.cpu.work.Epilogue;
import hebb.cpu.work.Work;
import java.util.Arrays;

/// The geometry of a convolution of NDHWC volumes, and its three operations: each plane of the
/// results is a sum of 2-D convolutions of the planes of a volume.
///
/// `plane` is what happens to a plane, its images being the volumes. A volume has `planes` of them,
/// with `front` and `back` planes of zeros before and after; the window takes `layers` of weights
/// that lie `dilation` planes apart, and moves by `stride`.
public record Conv3D(
        Conv2D plane, int planes, int layers, int stride, int dilation, int front, int back)
        implements Conv {

    /// Planes of the result.
    int outPlanes() {
        return (planes + front + back - (layers - 1) * dilation - 1) / stride + 1;
    }

    @Override
    public Work forward(Epilogue epilogue, Kernels kernels) {
        if (isPointwise()) {
            return plane.images(plane.images() * planes).forward(epilogue, kernels);
        }
        return Sliding.forward(plane, cells(), Planes.forward(this), epilogue, kernels);
    }

    @Override
    public Work backwardData(Kernels kernels) {
        if (isPointwise()) {
            return plane.images(plane.images() * planes).backwardData(kernels);
        }
        return Sliding.backward(plane, Planes.backward(this), kernels);
    }

    @Override
    public Work backwardWeights(Kernels kernels) {
        return new WeightSums(plane, Planes.forward(this), kernels).work();
    }

    @Override
    public boolean folds() {
        return true;
    }

    /// The order in which a plane's cells are summed.
    private int[] cells() {
        var kernel = Shape.of(layers).append(plane.kernel().dims());
        return Arrays.copyOf(
                Convolution.cells(kernel, plane.groups()), plane.rows() * plane.columns());
    }

    private boolean isPointwise() {
        return plane.isPointwise() && layers * stride == 1 && front + back == 0;
    }
}
