package hebb.plot;

import hebb.core.shape.HebbException;
import java.awt.Graphics2D;
import java.nio.file.Path;
import java.util.function.Consumer;

/// A picture that can be saved or shown. Its methods return changed copies.
///
/// @param <S> the kind of figure
public abstract sealed class Figure<S extends Figure<S>> implements Cloneable
        permits BarChart, Chart, HeatMap, ImageGrid, Panels {
    private static final int LARGEST = 16_384;

    private String title = "";
    private int width;
    private int height;

    Figure() {}

    /// A copy with one change applied.
    final S with(Consumer<S> change) {
        try {
            @SuppressWarnings("unchecked") // S is the class itself
            var copy = (S) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e); // it is Cloneable
        }
    }

    private Figure<S> own(S copy) {
        return copy;
    }

    /// What stands above it. Default: nothing.
    public final S title(String title) {
        return with(f -> own(f).title = title);
    }

    /// How many pixels it has. Default: as many as it needs.
    public final S size(int width, int height) {
        if (Math.min(width, height) < 1 || Math.max(width, height) > LARGEST) {
            throw HebbException.of("Figure", "a picture cannot have that size")
                    .received(width + " x " + height)
                    .expected("1 to " + LARGEST + " pixels");
        }
        return with(f -> {
            own(f).width = width;
            own(f).height = height;
        });
    }

    static double[] range(String where, String what, double low, double high) {
        if (!(low < high)) {
            throw HebbException.of(where, what)
                    .received(low + " to " + high)
                    .expected("the smaller one first");
        }
        return new double[] {low, high};
    }

    final String title() {
        return title;
    }

    final int width() {
        return width > 0 ? width : ownWidth();
    }

    final int height() {
        return height > 0 ? height : ownHeight();
    }

    /// How wide it is where nobody says.
    abstract int ownWidth();

    /// How high it is where nobody says.
    abstract int ownHeight();

    /// Draws it in a rectangle of that size, on white.
    abstract void draw(Graphics2D g, int width, int height);

    /// Writes it to a file, as its name ends: `.png`.
    ///
    /// @throws HebbException if the name ends in anything else, or the file cannot be written
    public final void save(String file) {
        save(Path.of(file));
    }

    /// Writes it to a file, as its name ends: `.png`.
    ///
    /// @throws HebbException if the name ends in anything else, or the file cannot be written
    public final void save(Path file) {
        PictureFile.write(this, file);
    }

    /// Opens it in a window, and waits until that is closed. Where there is no display it is saved
    /// to a temporary file, and a line says where.
    public final void show() {
        PictureWindow.show(this);
    }
}
