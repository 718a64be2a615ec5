package hebb.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;

/// Text at places: y is that of the line it stands on, unless told otherwise.
record Ink(Graphics2D g) {
    int height(Font font) {
        return g.getFontMetrics(font).getHeight();
    }

    int ascent(Font font) {
        return g.getFontMetrics(font).getAscent();
    }

    int width(Font font, String text) {
        return g.getFontMetrics(font).stringWidth(text);
    }

    int widest(Font font, List<String> texts) {
        return texts.stream().mapToInt(t -> width(font, t)).max().orElse(0);
    }

    void colour(Color color) {
        g.setColor(color);
    }

    private void write(Font font, String text, int x, int y) {
        g.setFont(font);
        g.drawString(text, x, y);
    }

    /// Begins at x; y is its middle.
    void left(Font font, String text, int x, int y) {
        write(font, text, x, y + middle(font));
    }

    /// Ends at x; y is its middle.
    void right(Font font, String text, int x, int y) {
        write(font, text, x - width(font, text), y + middle(font));
    }

    /// Around x.
    void centred(Font font, String text, int x, int y) {
        write(font, text, x - width(font, text) / 2, y);
    }

    /// Around x and y.
    void middle(Font font, String text, int x, int y) {
        centred(font, text, x, y + middle(font));
    }

    private int middle(Font font) {
        var metrics = g.getFontMetrics(font);
        return (metrics.getAscent() - metrics.getDescent()) / 2;
    }

    /// Upwards, around y, ending on the line x.
    void upwards(Font font, String text, int x, int y) {
        turned(font, text, x, y + width(font, text) / 2);
    }

    /// Upwards, around x, ending at the top y.
    void upright(Font font, String text, int x, int y) {
        turned(font, text, x + middle(font), y + width(font, text));
    }

    private void turned(Font font, String text, int x, int y) {
        var before = g.getTransform();
        g.translate(x, y);
        g.rotate(-Math.PI / 2);
        write(font, text, 0, 0);
        g.setTransform(before);
    }

    /// Around x, in the margin above y.
    void title(String title, int x, int y) {
        colour(Style.TEXT);
        if (!title.isEmpty()) {
            centred(Style.TITLE, title, x, y - 12);
        }
    }

    /// As much of a text as fits, with … at its end.
    String cut(Font font, String text, int width) {
        if (width(font, text) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(font, text.substring(0, end) + "…") > width) {
            end--;
        }
        return text.substring(0, end).strip() + "…";
    }
}
