package hebb.nn.training;

import hebb.nn.terminal.Terminal;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/// Keras's progress bar: `1875/1875 ━━━━━━━━ 4s 2ms/step - accuracy: 0.9876 - loss: 0.0412`.
final class ProgressBar {
    private static final int WIDTH = 20;
    private static final double INTERVAL = 0.05;

    private final PrintStream out;
    private final boolean color;
    private final LongSupplier clock;
    private OptionalInt target = OptionalInt.empty();
    private String title = "";
    private int current;
    private double start;
    private double firstStep;
    private double lastDrawn;
    private int drawnWidth;

    /// @param clock nanoseconds since any moment
    ProgressBar(PrintStream out, boolean color, LongSupplier clock) {
        this.out = out;
        this.color = color;
        this.clock = clock;
    }

    private double now() {
        return clock.getAsLong() * 1e-9;
    }

    /// Begins anew, towards `steps` steps if that is known.
    void begin(OptionalInt steps, String heading) {
        target = steps;
        title = heading;
        current = 0;
        start = now();
        lastDrawn = 0;
        drawnWidth = 0;
    }

    void line(String text) {
        Terminal.print(out, text + System.lineSeparator());
    }

    /// Notes that this many steps are done.
    void at(int steps) {
        current = steps;
        if (steps == 1) {
            firstStep = now();
        }
    }

    /// Whether enough time has gone by to draw again.
    boolean isDue() {
        return now() - lastDrawn >= INTERVAL;
    }

    /// Draws over the line.
    void draw(Map<String, Double> values) {
        draw(values, false);
    }

    /// Draws over the line for the last time, and ends it.
    void finish(Map<String, Double> values) {
        if (target.isEmpty()) {
            target = OptionalInt.of(current);
        }
        draw(values, true);
    }

    /// Prints one line for all that was done.
    void summary(Map<String, Double> values) {
        int total = target.orElse(current);
        var head = title.isEmpty() ? count(total) : title + " - " + count(total);
        line(head + " - " + seconds(now() - start) + " -" + perStep() + text(values));
    }

    private void draw(Map<String, Double> values, boolean last) {
        var bar = bar();
        var info =
                " "
                        + bold(last || target.isEmpty() ? seconds(now() - start) : remaining())
                        + perStep();
        var text = bar + info + text(values);
        int width = text.replaceAll("\033\\[[0-9;]*m", "").length();
        var rest = " ".repeat(Math.max(0, drawnWidth - width));
        Terminal.print(out, "\r" + text + rest + (last ? System.lineSeparator() : ""));
        drawnWidth = width;
        lastDrawn = now();
    }

    private String bar() {
        if (target.isEmpty() || target.getAsInt() == 0) {
            return String.format(Locale.ROOT, "%7d/Unknown", current);
        }
        int done = (int) ((double) WIDTH * current / target.getAsInt());
        return bold(count(target.getAsInt()))
                + " "
                + painted(32, "━".repeat(done))
                + painted(37, (color ? "━" : "─").repeat(WIDTH - done));
    }

    private String count(int total) {
        int digits = Integer.toString(total).length();
        return String.format(Locale.ROOT, "%" + digits + "d/%d", current, total);
    }

    private double stepSeconds() {
        if (current == 0) {
            return 0;
        }
        return current > 1 ? (now() - firstStep) / (current - 1) : now() - start;
    }

    private String remaining() {
        long eta = (long) (stepSeconds() * (target.orElse(current) - current));
        if (eta > 3600) {
            return String.format(
                    Locale.ROOT, "%d:%02d:%02d", eta / 3600, eta % 3600 / 60, eta % 60);
        }
        return eta > 60 ? String.format(Locale.ROOT, "%d:%02d", eta / 60, eta % 60) : eta + "s";
    }

    private static String seconds(double s) {
        return String.format(Locale.ROOT, "%.0fs", s);
    }

    private String perStep() {
        double s = stepSeconds();
        if (s >= 1 || s == 0) {
            return String.format(Locale.ROOT, " %.0fs/step", s);
        }
        return s >= 1e-3
                ? String.format(Locale.ROOT, " %.0fms/step", s * 1e3)
                : String.format(Locale.ROOT, " %.0fus/step", s * 1e6);
    }

    private static String text(Map<String, Double> values) {
        var text = new StringBuilder();
        values.forEach((name, value) ->
                text.append(" - ").append(name).append(": ").append(number(value)));
        return text.toString();
    }

    /// A loss or metric as Keras shows it: four digits, with an exponent up to 0.001.
    static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) > 1e-3 ? "%.4f" : "%.4e", value);
    }

    private String bold(String text) {
        return painted(1, text);
    }

    private String painted(int code, String text) {
        return color && !text.isEmpty() ? "\033[" + code + "m" + text + "\033[0m" : text;
    }
}
