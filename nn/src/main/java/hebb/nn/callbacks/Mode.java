package hebb.nn.callbacks;

import java.util.Locale;

/// Which way a value that a callback watches is better.
public enum Mode {
    /// As its metric says; of a loss, down.
    AUTO,
    /// Lower is better.
    MIN,
    /// Higher is better.
    MAX;

    /// Keras's name: `auto`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
