package hebb.eval;

/// How the scores of several classes become one.
public enum Averaging {
    /// All classes' decisions are counted together: a class weighs what its samples do.
    MICRO,
    /// The mean over the classes: all weigh the same.
    MACRO,
    /// The mean over the classes, each weighed by its samples.
    WEIGHTED
}
