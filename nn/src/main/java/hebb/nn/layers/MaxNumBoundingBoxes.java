package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Leaves images as they are, and brings the boxes around their objects to one number.
///
/// - inputs: images; or images, boxes (batch, n, 4) and their labels (batch, n)
/// - results: the same, with the first `max_number` boxes and labels, and -1 where there are none
public final class MaxNumBoundingBoxes extends Layer<MaxNumBoundingBoxes> {
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;
    private int maxNumber;
    private int fillValue = -1;

    private MaxNumBoundingBoxes(int maxNumber) {
        this.maxNumber = Require.positive("MaxNumBoundingBoxes", "max_number", maxNumber);
    }

    /// This many boxes for each image.
    public static MaxNumBoundingBoxes of(int maxNumber) {
        return new MaxNumBoundingBoxes(maxNumber);
    }

    /// What stands where there is no box. Default: -1; Keras's files do not hold it.
    public MaxNumBoundingBoxes fillValue(int fillValue) {
        return with(l -> l.fillValue = fillValue);
    }

    @Override
    protected Tensor call(Scope s, List<Tensor> xs) {
        return callAll(s, xs).getFirst();
    }

    @Override
    protected List<Tensor> callAll(Scope s, List<Tensor> xs) {
        if (xs.size() != 1 && xs.size() != 3) {
            throw s.wrong("the layer has the wrong number of inputs")
                    .received(xs.size())
                    .expected("images, or images, boxes and labels");
        }
        return xs.size() == 1
                ? xs
                : List.of(xs.get(0), fitted(s, xs.get(1), 3), fitted(s, xs.get(2), 2));
    }

    private Tensor fitted(Scope s, Tensor x, int rank) {
        if (x.rank() != rank || x.dim(1) < 0) {
            throw s.wrong("these are no boxes of images")
                    .received(x.shape())
                    .expected(rank == 2 ? "labels (batch, n)" : "boxes (batch, n, 4)");
        }
        var before = Collections.nCopies(rank, 0);
        var behind = new ArrayList<>(before);
        behind.set(1, Math.max(maxNumber - x.dim(1), 0));
        return x.slice(1, 0, Math.min(maxNumber, x.dim(1))).pad(before, behind, fillValue);
    }

    @Override
    public Options options() {
        return Options.of("data_format", DataFormat.class, dataFormat, v -> dataFormat = v)
                .and("max_number", int.class, maxNumber, v -> maxNumber = v);
    }
}
