package hebb.plot;

import hebb.core.shape.HebbException;
import hebb.data.format.NewFile;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/// Figures as files.
final class PictureFile {
    private PictureFile() {}

    static void write(Figure<?> figure, Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".png")) {
            throw HebbException.of(file.toString(), "a figure cannot be saved so")
                    .received(name.substring(name.lastIndexOf('.') + 1))
                    .expected(".png");
        }
        var picture = picture(figure);
        NewFile.write(
                file,
                out -> {
                    var _ = ImageIO.write(picture, "png", out);
                });
    }

    /// The figure as pixels.
    static BufferedImage picture(Figure<?> figure) {
        return Screen.drawn(() -> drawn(figure));
    }

    private static BufferedImage drawn(Figure<?> figure) {
        var picture =
                new BufferedImage(figure.width(), figure.height(), BufferedImage.TYPE_INT_RGB);
        var g = picture.createGraphics();
        try {
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, figure.width(), figure.height());
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(
                    RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            figure.draw(g, figure.width(), figure.height());
        } finally {
            g.dispose();
        }
        return picture;
    }
}
