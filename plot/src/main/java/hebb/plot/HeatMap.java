package hebb.plot;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A table of numbers as coloured cells: `(rows, columns)`, the first row at the top.
///
/// Defaults: VIRIDIS, from 0 or the smallest number if that is below, to the largest; each cell
/// with its number where there is room for it, and a bar that tells what the colours mean.
public final class HeatMap extends Figure<HeatMap> {
    private static final int GAP = 8;
    private static final int BAR = 18;
    private static final int CELL = 52;
    private static final int LARGEST_GRID = 560;

    private final double[][] cells;
    private final boolean whole;
    private List<String> rows = List.of();
    private List<String> columns = List.of();
    private String xLabel = "";
    private String yLabel = "";
    private ColorMap colors = ColorMap.VIRIDIS;
    private boolean values = true;
    private Optional<double[]> range = Optional.empty();

    HeatMap(Tensor table) {
        if (table.rank() != 2 || table.size() == 0) {
            throw HebbException.of("HeatMap", "this is no table")
                    .received(table.shape())
                    .expected("(rows, columns)");
        }
        int width = table.dim(1);
        var all = table.toDoubles();
        cells = new double[table.dim(0)][];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = Arrays.copyOfRange(all, i * width, (i + 1) * width);
        }
        whole = Arrays.stream(all).allMatch(v -> v == (long) v);
    }

    private static int side(int cells) {
        return Math.max(160, Math.min(LARGEST_GRID, CELL * cells));
    }

    /// What stands beside the rows.
    public HeatMap rows(String... names) {
        return rows(List.of(names));
    }

    /// What stands beside the rows.
    public HeatMap rows(List<String> names) {
        return with(m -> m.rows = checked(names, cells.length));
    }

    /// What stands below the columns.
    public HeatMap columns(String... names) {
        return columns(List.of(names));
    }

    /// What stands below the columns.
    public HeatMap columns(List<String> names) {
        return with(m -> m.columns = checked(names, cells[0].length));
    }

    private static List<String> checked(List<String> names, int expected) {
        if (names.size() != expected) {
            throw HebbException.of("HeatMap", "there is not one name for each row or column")
                    .received(names.size())
                    .expected(expected);
        }
        return List.copyOf(names);
    }

    /// What stands below the table.
    public HeatMap xLabel(String xLabel) {
        return with(m -> m.xLabel = xLabel);
    }

    /// What stands beside the table.
    public HeatMap yLabel(String yLabel) {
        return with(m -> m.yLabel = yLabel);
    }

    /// The colours. Default: VIRIDIS.
    public HeatMap colors(ColorMap colors) {
        return with(m -> m.colors = colors);
    }

    /// Which numbers have the first and the last colour; what is beyond has the nearer one.
    ///
    /// @throws HebbException if the first is not the smaller one
    public HeatMap range(double low, double high) {
        var checked = range("HeatMap", "the range of the colours is none", low, high);
        return with(m -> m.range = Optional.of(checked));
    }

    /// Whether cells tell their numbers. Default: they do, where there is room.
    public HeatMap values(boolean values) {
        return with(m -> m.values = values);
    }

    @Override
    int ownWidth() {
        return side(cells[0].length) + 230;
    }

    @Override
    int ownHeight() {
        return side(cells.length) + 150;
    }

    @Override
    void draw(Graphics2D g, int width, int height) {
        var ink = new Ink(g);
        var bounds = range.orElseGet(this::bounds);
        double low = bounds[0];
        double high = bounds[1];
        int names = ink.widest(Style.SMALL, rows);
        int left = 2 * GAP + names + (yLabel.isEmpty() ? 0 : ink.height(Style.LABEL) + GAP);
        int numbers = ink.widest(Style.SMALL, List.of(text(low), text(high)));
        int right = 2 * GAP + BAR + GAP + numbers + GAP;
        int top = title().isEmpty() ? 2 * GAP : ink.height(Style.TITLE) + 3 * GAP;
        int across = cells[0].length;
        boolean upright = ink.widest(Style.SMALL, columns) + GAP > (width - left - right) / across;
        int below = upright ? ink.widest(Style.SMALL, columns) : ink.height(Style.SMALL);
        int bottom = 2 * GAP + below + (xLabel.isEmpty() ? 0 : ink.height(Style.LABEL) + GAP);
        int side =
                Math.max(
                        1,
                        Math.min(
                                (width - left - right) / across,
                                (height - top - bottom) / cells.length));
        left += Math.max(0, (width - left - right - side * across) / 2);
        var grid = new Cells(left, top, side);
        ink.title(title(), left + side * across / 2, top);
        drawCells(g, grid, low, high);
        drawNames(ink, grid, upright);
        if (!xLabel.isEmpty()) {
            int y = top + side * cells.length + 2 * GAP + below + ink.height(Style.LABEL);
            ink.centred(Style.LABEL, xLabel, left + side * across / 2, y - GAP / 2);
        }
        if (!yLabel.isEmpty()) {
            int x = left - names - 2 * GAP;
            ink.upwards(Style.LABEL, yLabel, x, top + side * cells.length / 2);
        }
        drawBar(g, ink, grid, low, high);
    }

    private record Cells(int left, int top, int side) {}

    private double[] bounds() {
        var finite =
                Arrays.stream(cells)
                        .flatMapToDouble(Arrays::stream)
                        .filter(Double::isFinite)
                        .summaryStatistics();
        return finite.getCount() == 0
                ? new double[] {0, 1}
                : new double[] {Math.min(0, finite.getMin()), finite.getMax()};
    }

    private void drawCells(Graphics2D g, Cells grid, double low, double high) {
        var ink = new Ink(g);
        boolean room =
                values
                        && ink.height(Style.SMALL) < grid.side()
                        && Arrays.stream(cells)
                                .flatMapToDouble(Arrays::stream)
                                .allMatch(v -> ink.width(Style.SMALL, text(v)) < grid.side() - 4);
        for (int i = 0; i < cells.length; i++) {
            for (int j = 0; j < cells[i].length; j++) {
                int rgb = colors.rgb((cells[i][j] - low) / Math.max(high - low, 1e-300));
                int x = grid.left() + j * grid.side();
                int y = grid.top() + i * grid.side();
                g.setColor(new Color(rgb));
                g.fillRect(x, y, grid.side(), grid.side());
                if (room) {
                    ink.colour(isDark(rgb) ? Color.WHITE : Style.TEXT);
                    ink.middle(
                            Style.SMALL,
                            text(cells[i][j]),
                            x + grid.side() / 2,
                            y + grid.side() / 2);
                }
            }
        }
    }

    private void drawNames(Ink ink, Cells grid, boolean upright) {
        ink.colour(Style.TEXT);
        int half = grid.side() / 2;
        for (int i = 0; i < rows.size(); i++) {
            ink.right(
                    Style.SMALL,
                    rows.get(i),
                    grid.left() - GAP,
                    grid.top() + i * grid.side() + half);
        }
        int y = grid.top() + cells.length * grid.side() + GAP;
        for (int j = 0; j < columns.size(); j++) {
            int x = grid.left() + j * grid.side() + half;
            if (upright) {
                ink.upright(Style.SMALL, columns.get(j), x, y);
            } else {
                ink.centred(Style.SMALL, columns.get(j), x, y + ink.ascent(Style.SMALL));
            }
        }
    }

    private void drawBar(Graphics2D g, Ink ink, Cells grid, double low, double high) {
        int x = grid.left() + cells[0].length * grid.side() + 2 * GAP;
        int length = cells.length * grid.side();
        for (int i = 0; i < length; i++) {
            g.setColor(new Color(colors.rgb(1 - i / (double) Math.max(1, length - 1))));
            g.fillRect(x, grid.top() + i, BAR, 1);
        }
        ink.colour(Style.TEXT);
        ink.left(Style.SMALL, text(high), x + BAR + GAP, grid.top() + ink.ascent(Style.SMALL) / 2);
        ink.left(Style.SMALL, text(low), x + BAR + GAP, grid.top() + length - 4);
    }

    private static boolean isDark(int rgb) {
        double brightness = 0.299 * (rgb >> 16) + 0.587 * ((rgb >> 8) & 255) + 0.114 * (rgb & 255);
        return brightness < 140;
    }

    private String text(double value) {
        var text = whole ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.2f", value);
        return text.equals("-0.00") ? "0.00" : text;
    }
}
