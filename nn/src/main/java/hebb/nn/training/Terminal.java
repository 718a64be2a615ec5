package hebb.nn.training;

/// What standard output is.
final class Terminal {
    private Terminal() {}

    /// Whether a person is looking: lines can be drawn over.
    static boolean isPresent() {
        return System.console().isTerminal() && !"dumb".equals(System.getenv("TERM"));
    }

    /// Whether text may be coloured: not where `NO_COLOR` is set.
    static boolean hasColor() {
        var no = System.getenv("NO_COLOR");
        return isPresent() && (no == null || no.isEmpty());
    }
}
