package hebb.cli.conformance;

/// How far a number may lie from Keras's: `absolute + relative · |Keras's|`.
///
/// Keras computed on PyTorch lies within these of Keras computed on TensorFlow.
record Tolerance(double absolute, double relative) {
    static final Tolerance BEFORE_TRAINING = new Tolerance(2e-5, 2e-5);
    static final Tolerance AFTER_TRAINING = new Tolerance(2e-4, 2e-4);
    static final Tolerance HISTORY = new Tolerance(1e-4, 1e-3);

    /// Of networks with an embedding, whose gradients Keras on TensorFlow does not add up before an
    /// optimizer squares them: see docs/design/005.
    static final Tolerance OTHER_STEPS = new Tolerance(2e-3, 2e-3);

    double allowed(double expected) {
        return absolute + relative * Math.abs(expected);
    }
}
