import org.jspecify.annotations.NullMarked;

/// How good a model is, and what it looks at: reports, curves, cross-validation, maps of attention.
@NullMarked
module hebb.eval {
    requires transitive hebb.nn;
    requires static org.jspecify;

    exports hebb.eval;
}
