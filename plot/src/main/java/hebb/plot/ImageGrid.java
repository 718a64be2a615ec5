package hebb.plot;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/// Images side by side, each with a caption if there are any.
///
/// Of one channel they are grey unless told otherwise, of three they are red, green and blue.
/// Numbers are taken as 0 to 255 if they are bytes (uint8) or exceed 1, as 0 to 1 else, masks of
/// truth values included; where some are negative or exceed 255, from the smallest to the largest.
public final class ImageGrid extends Figure<ImageGrid> {
    private static final int GAP = 10;
    private static final int MOST_COLUMNS = 8;
    private static final int CELL = 110;
    private static final int ALONE = 360;
    private static final int TITLE = 44;
    private static final int CAPTION = 20;

    private final Tensor images;
    private List<String> captions = List.of();
    private int columns;
    private ColorMap colors = ColorMap.GRAY;
    private Optional<double[]> range = Optional.empty();
    private boolean eachStretched;
    private Optional<Overlay> overlay = Optional.empty();

    private ImageGrid(Tensor images) {
        this.images = images;
        columns = Math.min(MOST_COLUMNS, images.dim(0));
    }

    /// One image, `(height, width)` or `(height, width, channels)`.
    static ImageGrid one(Tensor image) {
        boolean batch = image.rank() == 4 && image.dim(0) == 1;
        if (!batch && image.rank() != 2 && image.rank() != 3) {
            throw noImage("Plot.image", image, "(height, width), or (height, width, channels)");
        }
        return of("Plot.image", batch ? image : image.expandDims(0));
    }

    /// Several, `(count, height, width)` or `(count, height, width, channels)`.
    static ImageGrid of(String where, Tensor images) {
        var all = images.rank() == 3 ? images.expandDims(-1) : images;
        if (all.rank() != 4 || all.size() == 0 || all.dim(3) == 2 || all.dim(3) > 4) {
            throw noImage(
                    where,
                    images,
                    "(count, height, width), or (count, height, width, 1, 3 or 4 channels)");
        }
        return new ImageGrid(all);
    }

    private static HebbException noImage(String where, Tensor image, String expected) {
        return HebbException.of(where, "this is no image")
                .received(image.shape())
                .expected(expected);
    }

    /// What stands below each image, in their order.
    public ImageGrid captions(String... captions) {
        return captions(List.of(captions));
    }

    /// What stands below each image, in their order.
    public ImageGrid captions(List<String> captions) {
        if (captions.size() != images.dim(0)) {
            throw HebbException.of("ImageGrid", "there is not one caption for each image")
                    .received(captions.size())
                    .expected(images.dim(0));
        }
        return with(g -> g.captions = List.copyOf(captions));
    }

    /// How many images stand side by side. Default: up to 8.
    public ImageGrid columns(int columns) {
        if (columns < 1) {
            throw HebbException.of("ImageGrid", "columns is not positive")
                    .received(columns)
                    .expected("1 or more");
        }
        return with(g -> g.columns = columns);
    }

    /// The colours of images of one channel. Default: GRAY.
    public ImageGrid colors(ColorMap colors) {
        return with(g -> g.colors = colors);
    }

    /// Which numbers are darkest and brightest.
    ///
    /// @throws HebbException if the first is not the smaller one
    public ImageGrid range(double low, double high) {
        var checked = Figure.range("ImageGrid", "the range of the colours is none", low, high);
        return with(g -> g.range = Optional.of(checked));
    }

    /// Lays a map over each image, such as Grad-CAM makes, `(count, height, width)`: where the map
    /// is 0 or below the image is seen as it is, where the map is largest it glows. Default: no
    /// maps.
    ///
    /// @throws HebbException if there is not one map of the image's size for each image
    public ImageGrid heat(Tensor maps) {
        var expected = Shape.of(images.dim(0), images.dim(1), images.dim(2));
        if (!maps.shape().equals(expected)) {
            throw HebbException.of("ImageGrid.heat", "there is not one map for each image")
                    .received(maps.shape())
                    .expected(expected);
        }
        return with(g -> g.overlay = Optional.of(new Overlay(maps)));
    }

    /// Each image from its own smallest to its own largest number.
    ImageGrid eachStretched() {
        return with(g -> g.eachStretched = true);
    }

    // ---- drawing

    private int rows() {
        return Math.ceilDiv(images.dim(0), columns);
    }

    /// Small images are enlarged, by a whole number, so that pixels stay squares.
    private double scale() {
        int side = Math.max(images.dim(1), images.dim(2));
        return Math.max(1, (images.dim(0) == 1 ? ALONE : CELL) / side);
    }

    @Override
    int ownWidth() {
        int cell = (int) Math.ceil(images.dim(2) * scale());
        return Math.max(images.dim(0) == 1 ? ALONE : 0, columns * (cell + GAP)) + GAP;
    }

    @Override
    int ownHeight() {
        int cell = (int) Math.ceil(images.dim(1) * scale());
        return top() + rows() * (cell + captionHeight() + GAP);
    }

    private int top() {
        return title().isEmpty() ? GAP : TITLE;
    }

    private int captionHeight() {
        return captions.isEmpty() ? 0 : CAPTION;
    }

    @Override
    void draw(Graphics2D g, int width, int height) {
        var pictures = pictures();
        overlay.ifPresent(heat -> heat.over(pictures));
        var ink = new Ink(g);
        double cellWidth = (width - GAP) / (double) columns - GAP;
        double cellHeight = (height - top()) / (double) rows() - GAP - captionHeight();
        double scale =
                Math.max(0.01, Math.min(cellWidth / images.dim(2), cellHeight / images.dim(1)));
        int wide = (int) Math.max(1, scale * images.dim(2));
        int high = (int) Math.max(1, scale * images.dim(1));
        // enlarged pixels are squares with sharp borders
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                scale < 1
                        ? RenderingHints.VALUE_INTERPOLATION_BICUBIC
                        : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        ink.title(title(), width / 2, top());
        for (int i = 0; i < pictures.length; i++) {
            int row = i / columns;
            double left = GAP + (i % columns) * (cellWidth + GAP);
            double top = top() + row * (cellHeight + captionHeight() + GAP);
            int x = (int) (left + (cellWidth - wide) / 2);
            g.drawImage(pictures[i], x, (int) top, wide, high, null);
            if (!captions.isEmpty()) {
                ink.colour(Style.TEXT);
                var caption = ink.cut(Style.SMALL, captions.get(i), (int) cellWidth + GAP);
                int below = (int) top + high + ink.ascent(Style.SMALL) + 3;
                ink.centred(Style.SMALL, caption, (int) (left + cellWidth / 2), below);
            }
        }
    }

    private BufferedImage[] pictures() {
        if (!eachStretched) {
            var pixels =
                    range.map(r -> new Pixels(images, r[0], r[1]))
                            .orElseGet(() -> Pixels.of(images));
            return pixels.pictures(colors);
        }
        var pictures = new BufferedImage[images.dim(0)];
        for (int i = 0; i < pictures.length; i++) {
            var one = Pixels.stretched(images.slice(0, i, i + 1));
            pictures[i] = one.pictures(colors)[0];
        }
        return pictures;
    }
}
