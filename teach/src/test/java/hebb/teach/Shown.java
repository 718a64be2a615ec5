package hebb.teach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/// Reads the numbers off a page.
final class Shown {
    private static final Pattern EXACT = Pattern.compile(" title='([^']+)'");

    private Shown() {}

    /// The numbers of the grid of that id, in the order of the page.
    static double[] numbers(String html, String id) {
        var grid = "<figure class='grid' data-id='" + id + "'>";
        int at = html.indexOf(grid);
        assertThat(at).as(id).isPositive();
        var figure = html.substring(at, html.indexOf("</figure>", at));
        return EXACT.matcher(figure)
                .results()
                .mapToDouble(m -> Double.parseDouble(m.group(1)))
                .toArray();
    }
}
