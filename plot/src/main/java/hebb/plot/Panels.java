package hebb.plot;

import hebb.core.shape.HebbException;
import java.awt.Graphics2D;
import java.util.List;

/// Figures in one picture, in rows of equal cells.
public final class Panels extends Figure<Panels> {
    private static final int TITLE = 44;

    private final List<Figure<?>> figures;
    private int columns;

    Panels(List<Figure<?>> figures) {
        if (figures.isEmpty()) {
            throw HebbException.of("Panels", "there is nothing to draw")
                    .expected("a figure or more");
        }
        this.figures = List.copyOf(figures);
        columns = figures.size();
    }

    /// How many figures stand side by side. Default: all.
    public Panels columns(int columns) {
        if (columns < 1) {
            throw HebbException.of("Panels", "columns is not positive")
                    .received(columns)
                    .expected("1 or more");
        }
        return with(p -> p.columns = Math.min(columns, figures.size()));
    }

    private int rows() {
        return Math.ceilDiv(figures.size(), columns);
    }

    private int top() {
        return title().isEmpty() ? 0 : TITLE;
    }

    @Override
    int ownWidth() {
        return columns * figures.stream().mapToInt(Figure::width).max().orElseThrow();
    }

    @Override
    int ownHeight() {
        return top() + rows() * figures.stream().mapToInt(Figure::height).max().orElseThrow();
    }

    @Override
    void draw(Graphics2D g, int width, int height) {
        new Ink(g).title(title(), width / 2, top());
        int cellWidth = width / columns;
        int cellHeight = (height - top()) / rows();
        for (int i = 0; i < figures.size(); i++) {
            var cell =
                    (Graphics2D)
                            g.create(
                                    (i % columns) * cellWidth,
                                    top() + (i / columns) * cellHeight,
                                    cellWidth,
                                    cellHeight);
            try {
                figures.get(i).draw(cell, cellWidth, cellHeight);
            } finally {
                cell.dispose();
            }
        }
    }
}
