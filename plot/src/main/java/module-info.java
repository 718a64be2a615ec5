import org.jspecify.annotations.NullMarked;

/// Figures: lines, bars, heat maps, images, and what a model looks like inside.
@NullMarked
@SuppressWarnings("requires-automatic") // XChart has no descriptor
module hebb.plot {
    requires transitive hebb.eval;
    requires transitive hebb.nn;
    requires java.desktop;
    requires xchart;
    requires static org.jspecify;

    exports hebb.plot;
}
