package hebb.eval;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.core.tensor.Traced;
import hebb.data.image.Images;
import hebb.data.image.Interpolation;
import hebb.nn.Model;
import java.util.OptionalInt;

/// Where in an image a convolutional network sees the class: the maps of a layer, each weighed by
/// how much the class would gain if it were stronger, summed, and what speaks against the class
/// left out.
///
/// {@snippet :
/// var heat = GradCam.of(model, "conv2d_1").map(images);     // (images, height, width), 0 to 1
/// }
///
/// Of each image the class that is predicted is looked at, of a single output that which speaks for
/// class 1; [#ofClass] names another. Source: Selvaraju and others, "Grad-CAM", ICCV 2017.
public final class GradCam {
    private final Model model;
    private final String layer;
    private final OptionalInt wanted;

    private GradCam(Model model, String layer, OptionalInt wanted) {
        this.model = model;
        this.layer = layer;
        this.wanted = wanted;
    }

    /// By the maps of this layer, which makes (samples, rows, columns, channels): the last
    /// convolution, as a rule.
    ///
    /// @throws HebbException if the model has no such layer, or several outputs
    public static GradCam of(Model model, String layer) {
        ClassEvidence.requireOneOutput("GradCam.of", model);
        var _ = model.layer(layer);
        return new GradCam(model, layer, OptionalInt.empty());
    }

    /// What speaks for this class, whatever the model predicts.
    public GradCam ofClass(int number) {
        return new GradCam(model, layer, OptionalInt.of(number));
    }

    /// The maps of the layer's own size (samples, rows, columns), 0 where nothing speaks for the
    /// class, and at most 1: each is divided by its maximum.
    public Tensor coarseMap(Tensor images) {
        var both = model.upTo(layer, model.outputNames().getFirst());
        var evidence =
                Traced.of((x, classes) -> {
                    var outputs = ClassEvidence.outputs(both, x);
                    var maps = outputs.getFirst();
                    requireMaps(maps);
                    var gradient = ClassEvidence.of(outputs.getLast(), classes).gradient(maps);
                    var heat = gradient.meanKeepDims(1, 2).mul(maps).sum(-1).relu();
                    return heat.div(heat.maxKeepDims(1, 2).maximum(Float.MIN_NORMAL));
                });
        return evidence.run(images, ClassEvidence.classes(model, images, wanted));
    }

    /// The maps at the size of the images (samples, height, width).
    public Tensor map(Tensor images) {
        var coarse = coarseMap(images).expandDims(-1);
        return Images.resized(coarse, images.dim(1), images.dim(2), Interpolation.BILINEAR, false)
                .squeeze(-1);
    }

    private void requireMaps(Tensor maps) {
        if (maps.rank() != 4) {
            throw HebbException.of("GradCam", "'" + layer + "' makes no maps of an image")
                    .received(maps.shape())
                    .expected("(samples, rows, columns, channels)")
                    .fix("name a convolution or pooling layer");
        }
    }
}
