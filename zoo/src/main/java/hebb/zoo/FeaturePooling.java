package hebb.zoo;

import java.util.Locale;

/// What becomes of the features that a network without its top finds at each place of an image.
/// Keras: the argument `pooling` of its applications.
public enum FeaturePooling {
    /// They stay: (height', width', channels).
    NONE,
    /// The mean of each channel: (channels).
    AVG,
    /// The maximum of each channel: (channels).
    MAX;

    /// Keras's name: `avg`; of none, nothing.
    @Override
    public String toString() {
        return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }
}
