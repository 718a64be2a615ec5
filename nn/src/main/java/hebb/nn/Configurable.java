package hebb.nn;

/// What is made of options that a file can hold: a layer, a loss, a metric, an optimizer, an
/// initializer.
public interface Configurable {
    /// Its options, in Keras's spelling and order. Default: it has none.
    default Options options() {
        return Options.none();
    }

    /// The name under which files know its class. Keras's, where that differs from Java's.
    default String className() {
        return getClass().getSimpleName();
    }
}
