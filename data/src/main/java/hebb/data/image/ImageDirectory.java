package hebb.data.image;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.data.Dataset;
import hebb.data.SampleDirectory;
import java.nio.file.Path;
import java.util.List;

/// Images in a directory as samples: float32 from 0 to 255, `(height, width, channels)`. Keras:
/// `image_dataset_from_directory`.
///
/// Defaults: 256 by 256 pixels, stretched by BILINEAR without antialiasing, RGB, class numbers,
/// shuffled, batches of 32.
public final class ImageDirectory extends SampleDirectory<ImageDirectory> {
    private ColorMode colorMode = ColorMode.RGB;
    private int height = 256;
    private int width = 256;
    private Interpolation interpolation = Interpolation.BILINEAR;
    private boolean cropToAspectRatio;
    private boolean padToAspectRatio;

    private ImageDirectory(Path directory) {
        super(directory, ImageFiles.ENDINGS);
    }

    /// The images in this directory.
    public static ImageDirectory of(Path directory) {
        return new ImageDirectory(directory);
    }

    /// The same, of a directory by its name.
    public static ImageDirectory of(String directory) {
        return of(Path.of(directory));
    }

    /// The channels. Default: RGB.
    public ImageDirectory colorMode(ColorMode colorMode) {
        return with(d -> d.colorMode = colorMode);
    }

    /// The size that images are brought to. Default: 256 by 256.
    public ImageDirectory imageSize(int height, int width) {
        if (height < 1 || width < 1) {
            throw HebbException.of("ImageDirectory", "image_size is not positive")
                    .received("(" + height + ", " + width + ")")
                    .expected("1 or more");
        }
        return with(d -> {
            d.height = height;
            d.width = width;
        });
    }

    /// How images are brought to size. Default: BILINEAR.
    public ImageDirectory interpolation(Interpolation interpolation) {
        return with(d -> d.interpolation = interpolation);
    }

    /// Cuts off what does not fit the size instead of stretching. Default: no.
    public ImageDirectory cropToAspectRatio(boolean cropToAspectRatio) {
        return with(d -> d.cropToAspectRatio = cropToAspectRatio);
    }

    /// Adds a black border to fit the size instead of stretching. Default: no.
    public ImageDirectory padToAspectRatio(boolean padToAspectRatio) {
        return with(d -> d.padToAspectRatio = padToAspectRatio);
    }

    /// All images.
    public Dataset dataset() {
        return dataset(Part.ALL, this::images);
    }

    /// Those that are not held back.
    public Dataset training() {
        return dataset(Part.TRAINING, this::images);
    }

    /// Those that are held back, always in one order.
    public Dataset validation() {
        return dataset(Part.VALIDATION, this::images);
    }

    private Tensor images(List<Path> files) {
        return Tensor.stack(0, files.stream().map(this::image).toArray(Tensor[]::new));
    }

    private Tensor image(Path file) {
        var image = ImageFiles.read(file, colorMode);
        if (padToAspectRatio && !cropToAspectRatio) {
            return bordered(image);
        }
        var part = cropToAspectRatio ? Images.croppedTo(image, height, width) : image;
        return Images.resized(part, height, width, interpolation, false).cast(DType.FLOAT32);
    }

    /// As large as fits, in the middle.
    private Tensor bordered(Tensor image) {
        double ratio = Math.max((double) image.dim(0) / height, (double) image.dim(1) / width);
        int high = (int) Math.floor(image.dim(0) / ratio);
        int wide = (int) Math.floor(image.dim(1) / ratio);
        var fitted = Images.resized(image, high, wide, interpolation, false).cast(DType.FLOAT32);
        int above = (height - high) / 2;
        int beside = (width - wide) / 2;
        return fitted.pad(
                List.of(above, beside, 0),
                List.of(height - high - above, width - wide - beside, 0),
                0);
    }
}
