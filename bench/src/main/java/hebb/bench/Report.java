package hebb.bench;

import hebb.bench.Contender.Side;
import hebb.bench.Standing.Entry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The standings as text: every contender of a network, then a table with a row a network.
final class Report {
    private static final String ROW = "%-14s %-22s %-22s %-22s";

    private Report() {}

    /// Every contender's fastest and median round.
    static String details(Standing standing) {
        var network = standing.network();
        var text =
                new StringBuilder(
                        "%nTraining %s, batch %d, %d rounds of %d steps: minimum and median of a step%n"
                                .formatted(
                                        network.name(),
                                        network.batch(),
                                        standing.hebb().times().nanos().size(),
                                        network.steps()));
        for (var entry : standing.entries()) {
            text.append(
                    "  %-46s %10s %10s%s%s%n"
                            .formatted(
                                    entry.contender().name(),
                                    time(entry.times().min()),
                                    time(entry.times().median()),
                                    entry.contender().side() == Side.HEBB
                                            ? String.format(
                                                    Locale.ROOT,
                                                    "   %.0f bytes allocated a step",
                                                    entry.bytes())
                                            : "",
                                    entry.warmUp().steady() ? "" : "   (never steady in warm-up)"));
        }
        return text.toString();
    }

    /// One row a network: its name, minimum and median of Hebb and of the best form of each peer,
    /// and how many times as long as Hebb the faster peer takes. A `*` before the ratio marks a row
    /// whose two halves differ by more than 15 %, even when repeated.
    static String table(List<Standing> standings) {
        var text =
                new StringBuilder(
                        "%n%s%n"
                                .formatted(
                                        ROW.formatted("min / median", "hebb", "keras", "pytorch")
                                                .stripTrailing()));
        for (var standing : standings) {
            text.append(row(standing)).append(System.lineSeparator());
        }
        return text.toString();
    }

    private static String row(Standing standing) {
        var cells =
                ROW.formatted(
                        standing.network().name(),
                        cell(Optional.of(standing.hebb())),
                        cell(standing.best(Side.KERAS)),
                        cell(standing.best(Side.PYTORCH)));
        var mark = standing.steady() ? "  " : "* ";
        return standing.ratio()
                .map(ratio -> String.format(Locale.ROOT, "%s%s%.1fx", cells, mark, ratio))
                .orElse(standing.steady() ? cells.stripTrailing() : cells.stripTrailing() + " *");
    }

    private static String cell(Optional<Entry> entry) {
        return entry.map(Entry::times)
                .map(t -> time(t.min()) + " / " + time(t.median()))
                .orElse("");
    }

    /// Three digits of milliseconds.
    static String time(double nanos) {
        double millis = nanos / 1e6;
        int decimals = millis < 1 ? 3 : millis < 10 ? 2 : 1;
        return String.format(Locale.ROOT, "%." + decimals + "f ms", millis);
    }
}
