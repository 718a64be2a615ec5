package hebb.data.image;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.data.display.Display;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// PNG, JPEG, BMP and GIF files as tensors of bytes `(height, width, channels)`, and back.
///
/// The JDK's module java.desktop reads and writes them; a program made of modules has to ask for
/// it: `requires java.desktop`.
public final class ImageFiles {
    /// The endings of files that can be read.
    public static final Set<String> ENDINGS = Set.of(".bmp", ".gif", ".jpeg", ".jpg", ".png");

    private static final long LARGEST = 1L << 28;
    private static final int OPAQUE = 255;

    static {
        Display.check();
    }

    private ImageFiles() {}

    /// The image in a file, with red, green and blue. Of an animation, the first picture.
    public static Tensor read(Path file) {
        return read(file, ColorMode.RGB);
    }

    /// The image in a file, with these channels. What is more or less transparent keeps its colour.
    ///
    /// @throws HebbException if it is none that can be read
    public static Tensor read(Path file, ColorMode mode) {
        try {
            return tensor(decoded(file), mode);
        } catch (IOException | RuntimeException e) {
            throw e instanceof HebbException known
                    ? known
                    : unreadable(file, String.valueOf(e.getMessage())).cause(e);
        } catch (NoClassDefFoundError e) {
            throw HebbException.of(file.toString(), "the module java.desktop is missing")
                    .fix("requires java.desktop, or java --add-modules java.desktop")
                    .cause(e);
        }
    }

    private static BufferedImage decoded(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw unreadable(file, "an unknown format");
            }
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                long size = (long) reader.getWidth(0) * reader.getHeight(0);
                if (size > LARGEST) {
                    throw unreadable(file, size + " pixels");
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        }
    }

    private static HebbException unreadable(Path file, String what) {
        return HebbException.of(file.toString(), "the file holds no image that can be read")
                .received(what)
                .expected("PNG, JPEG, BMP or GIF of at most " + LARGEST + " pixels");
    }

    private static Tensor tensor(BufferedImage image, ColorMode mode) {
        int channels = mode.channels();
        var bytes = new byte[image.getHeight() * image.getWidth() * channels];
        var grey = greyLevels(image);
        for (int y = 0, at = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++, at += channels) {
                int argb = grey == null ? image.getRGB(x, y) : grey(grey, x, y);
                store(argb, mode, bytes, at);
            }
        }
        var shape = Shape.of(image.getHeight(), image.getWidth(), channels);
        return Tensor.of(bytes, new Spec(shape, DType.UINT8));
    }

    private static void store(int argb, ColorMode mode, byte[] bytes, int at) {
        int red = (argb >> 16) & 255;
        int green = (argb >> 8) & 255;
        int blue = argb & 255;
        if (mode == ColorMode.GRAYSCALE) {
            // the weights of ITU-R 601, in whole numbers as Pillow has them
            bytes[at] = (byte) ((red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16);
            return;
        }
        bytes[at] = (byte) red;
        bytes[at + 1] = (byte) green;
        bytes[at + 2] = (byte) blue;
        if (mode == ColorMode.RGBA) {
            bytes[at + 3] = (byte) (argb >>> 24);
        }
    }

    /// The levels of a grey image as stored: getRGB would brighten them.
    private static @Nullable Raster greyLevels(BufferedImage image) {
        boolean isGrey =
                image.getColorModel().getNumColorComponents() == 1
                        && !(image.getColorModel() instanceof IndexColorModel);
        return isGrey ? image.getRaster() : null;
    }

    private static int grey(Raster levels, int x, int y) {
        int bits = levels.getSampleModel().getSampleSize(0);
        int level = levels.getSample(x, y, 0);
        int byteLevel = bits > 8 ? level >> (bits - 8) : level * 255 / ((1 << bits) - 1);
        int alpha = levels.getNumBands() > 1 ? levels.getSample(x, y, 1) >> (bits - 8) : OPAQUE;
        return alpha << 24 | byteLevel << 16 | byteLevel << 8 | byteLevel;
    }

    /// Writes an image in the format of the file's name. What is not bytes is rounded and kept in 0
    /// to 255.
    ///
    /// @throws HebbException if it is no image `(height, width, channels)` of 1, 3 or 4 channels,
    ///   or the name ends in no known format
    public static void write(Tensor image, Path file) {
        if (image.rank() != 3 || image.dim(2) == 2 || image.dim(2) > 4) {
            throw HebbException.of(file.toString(), "this is no image")
                    .received(image.shape())
                    .expected("(height, width, channels) of 1, 3 or 4 channels");
        }
        var name = file.getFileName().toString();
        var format = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        try {
            if (!ImageIO.write(picture(image), format, file.toFile())) {
                throw HebbException.of(file.toString(), "images cannot be written so")
                        .received("." + format + " with " + image.dim(2) + " channels")
                        .expected(".png, .jpg, .bmp or .gif");
            }
        } catch (IOException e) {
            throw HebbException.of(file.toString(), "the file cannot be written")
                    .received(String.valueOf(e.getMessage()))
                    .cause(e);
        }
    }

    private static BufferedImage picture(Tensor image) {
        int height = image.dim(0);
        int width = image.dim(1);
        int channels = image.dim(2);
        var values = image.toDoubles();
        int type =
                channels == 4
                        ? BufferedImage.TYPE_INT_ARGB
                        : channels == 3 ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_BYTE_GRAY;
        var picture = new BufferedImage(width, height, type);
        for (int i = 0; i < height * width; i++) {
            int x = i % width;
            int y = i / width;
            if (channels == 1) {
                picture.getRaster().setSample(x, y, 0, level(values[i]));
            } else {
                int at = i * channels;
                int alpha = channels == 4 ? level(values[at + 3]) : OPAQUE;
                int red = level(values[at]);
                picture.setRGB(
                        x,
                        y,
                        alpha << 24
                                | red << 16
                                | level(values[at + 1]) << 8
                                | level(values[at + 2]));
            }
        }
        return picture;
    }

    private static int level(double value) {
        return (int) Math.max(0, Math.min(255, Math.rint(value)));
    }
}
