package hebb.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A table of text in frames, of a fixed width: cells are broken between words, and what is too
/// long ends with `…`.
final class TextTable {
    /// Where a cell's text stands.
    enum Align {
        LEFT,
        RIGHT,
        CENTER
    }

    private static final Pattern WORD = Pattern.compile("\\s*\\S+\\s*");
    private static final int PADDING = 2;

    private final int[] widths;
    private final Align[] aligns;
    private final List<List<String>> rows = new ArrayList<>();

    /// @param width of the whole table
    /// @param wanted the columns' shares of it; what frames and padding need is taken from them
    ///   evenly
    TextTable(int width, int[] wanted, Align... aligns) {
        this.aligns = aligns.clone();
        widths = new int[wanted.length];
        int excess = -(width - wanted.length - 1);
        for (int w : wanted) {
            excess += w + PADDING;
        }
        for (int i = 0; i < widths.length; i++) {
            int less = (int) Math.rint((double) excess / (widths.length - i));
            widths[i] = wanted[i] + PADDING - less;
            excess -= less;
        }
    }

    /// The first row is the heading.
    void row(List<String> cells) {
        rows.add(cells);
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        rule(text, "┏━┳┓");
        line(text, rows.getFirst(), "┃");
        rule(text, "┡━╇┩");
        for (int i = 1; i < rows.size(); i++) {
            line(text, rows.get(i), "│");
            rule(text, i < rows.size() - 1 ? "├─┼┤" : "└─┴┘");
        }
        return text.toString();
    }

    private void rule(StringBuilder text, String frame) {
        for (int i = 0; i < widths.length; i++) {
            text.append(frame.charAt(i == 0 ? 0 : 2));
            text.repeat(frame.charAt(1), widths[i]);
        }
        text.append(frame.charAt(3)).append('\n');
    }

    private void line(StringBuilder text, List<String> cells, String edge) {
        var broken = new ArrayList<List<String>>();
        for (int i = 0; i < widths.length; i++) {
            broken.add(wrapped(cells.get(i), widths[i] - PADDING));
        }
        int height = broken.stream().mapToInt(List::size).max().orElse(1);
        for (int y = 0; y < height; y++) {
            for (int i = 0; i < widths.length; i++) {
                var part = y < broken.get(i).size() ? broken.get(i).get(y) : "";
                text.append(edge).append(' ').append(aligned(part, widths[i] - PADDING, aligns[i]));
                text.append(' ');
            }
            text.append(edge).append('\n');
        }
    }

    private static List<String> wrapped(String cell, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        var words = WORD.matcher(cell);
        while (words.find()) {
            var word = words.group();
            if (!line.isEmpty() && line.length() + word.stripTrailing().length() > width) {
                lines.add(shortened(line.toString(), width));
                line.setLength(0);
            }
            line.append(word);
        }
        lines.add(shortened(line.toString(), width));
        return lines;
    }

    private static String shortened(String line, int width) {
        var text = line.stripTrailing();
        return text.length() > width ? text.substring(0, width - 1) + "…" : text;
    }

    private static String aligned(String text, int width, Align align) {
        int room = width - text.length();
        int before =
                switch (align) {
                    case LEFT -> 0;
                    case RIGHT -> room;
                    case CENTER -> room / 2;
                };
        return " ".repeat(before) + text + " ".repeat(room - before);
    }
}
