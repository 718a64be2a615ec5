package hebb.teach;

import hebb.core.tensor.Tensor;
import java.util.Arrays;
import java.util.Locale;

/// A tensor as tables of coloured cells: blue above 0, orange below, stronger the larger. Every
/// cell carries its exact value, and how it came about. Tables with many columns are pictures:
/// colours without text.
final class Grid {
    /// With more columns a table becomes a picture.
    private static final int READABLE = 8;

    private static final int READABLE_IMAGE = 4;

    private static final int MOST_ROWS = 32;
    private static final int MOST_COLUMNS = 32;
    private static final int MOST_TABLES = 6;

    private final String id;
    private final String caption;
    private final Tensor tensor;
    private final double[] values;
    private final double largest;
    private final int readable;
    private final Worked.How how;

    /// @param id what it is, to be found on the page: `hidden/kernel gradient`
    /// @param caption what is written above
    Grid(String id, String caption, Tensor tensor, Worked.How how) {
        this.id = id;
        this.caption = caption;
        this.tensor = tensor;
        this.how = how;
        values = tensor.toDoubles();
        readable = tensor.rank() == 4 ? READABLE_IMAGE : READABLE;
        largest = Arrays.stream(values).map(Math::abs).filter(Double::isFinite).max().orElse(0);
    }

    /// Without anything to be said on single numbers.
    static String of(String id, String caption, Tensor tensor) {
        return new Grid(id, caption, tensor, Worked.How.UNKNOWN).html();
    }

    static String of(String id, String caption, Tensor tensor, Worked.How how) {
        return new Grid(id, caption, tensor, how).html();
    }

    String html() {
        var html = new StringBuilder();
        html.append("<figure class='grid' data-id='").append(Html.text(id)).append("'>");
        html.append("<figcaption>").append(caption);
        html.append(" <small>").append(tensor.shape()).append("</small></figcaption>");
        html.append("<div class='tables'>");
        if (tensor.rank() == 4) {
            images(html);
        } else {
            matrices(html);
        }
        return html.append("</div></figure>").toString();
    }

    private void matrices(StringBuilder html) {
        int columns = tensor.rank() == 0 ? 1 : tensor.dim(-1);
        int rows = tensor.rank() < 2 ? 1 : tensor.dim(-2);
        int tables = Math.ceilDiv(values.length, Math.max(1, rows * columns));
        for (int t = 0; t < Math.min(MOST_TABLES, tables); t++) {
            int first = t * rows * columns;
            table(html, tables > 1 ? "no. " + t : "", rows, columns, first, columns, 1);
        }
        more(html, tables);
    }

    /// One table for each channel of each image; of kernels, one for each input and filter.
    private void images(StringBuilder html) {
        boolean isKernel = id.contains("kernel");
        int rows = tensor.dim(isKernel ? 0 : 1);
        int columns = tensor.dim(isKernel ? 1 : 2);
        int channels = isKernel ? tensor.dim(2) * tensor.dim(3) : tensor.dim(3);
        int images = isKernel ? 1 : tensor.dim(0);
        for (int t = 0; t < Math.min(MOST_TABLES, images * channels); t++) {
            int first = t / channels * rows * columns * channels + t % channels;
            var name =
                    isKernel
                            ? "in " + t / tensor.dim(3) + ", filter " + t % tensor.dim(3)
                            : "image " + t / channels + ", channel " + t % channels;
            table(html, name, rows, columns, first, columns * channels, channels);
        }
        more(html, images * channels);
    }

    private static void more(StringBuilder html, int tables) {
        if (tables > MOST_TABLES) {
            html.append("<p class='more'>and ").append(tables - MOST_TABLES).append(" more</p>");
        }
    }

    private void table(
            StringBuilder html,
            String name,
            int rows,
            int columns,
            int first,
            int down,
            int across) {
        html.append("<table class='").append(columns > readable ? "picture" : "numbers");
        html.append("'>");
        if (!name.isEmpty()) {
            html.append("<caption>").append(name).append("</caption>");
        }
        for (int r = 0; r < Math.min(MOST_ROWS, rows); r++) {
            html.append("<tr>");
            for (int c = 0; c < Math.min(MOST_COLUMNS, columns); c++) {
                cell(html, first + r * down + c * across, columns > readable);
            }
            html.append("</tr>");
        }
        html.append("</table>");
        if (rows > MOST_ROWS || columns > MOST_COLUMNS) {
            html.append("<p class='more'>the beginning of ");
            html.append(rows).append(" × ").append(columns).append("</p>");
        }
    }

    private void cell(StringBuilder html, int i, boolean isPicture) {
        double value = values[i];
        double strength = largest == 0 || !Double.isFinite(value) ? 0 : Math.abs(value) / largest;
        html.append("<td class='").append(value < 0 ? "neg" : "pos").append("' style='--s:");
        html.append(String.format(Locale.ROOT, "%.2f", strength)).append("' title='");
        html.append(exact(value)).append("'");
        var text = how.apply(i);
        if (!text.isEmpty()) {
            html.append(" data-how='").append(Html.text(text)).append("' tabindex='0'");
        }
        html.append(">").append(isPicture ? "" : Numbers.text(value)).append("</td>");
    }

    private String exact(double value) {
        return switch (tensor.dtype()) {
            case FLOAT32 -> Float.toString((float) value);
            default -> Double.toString(value);
        };
    }
}
