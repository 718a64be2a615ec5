package hebb.data.image;

import java.util.Locale;

/// Which channels an image has.
public enum ColorMode {
    /// How bright it is.
    GRAYSCALE(1),
    /// Red, green, blue.
    RGB(3),
    /// Red, green, blue, and how opaque it is.
    RGBA(4);

    private final int channels;

    ColorMode(int channels) {
        this.channels = channels;
    }

    /// How many channels there are.
    public int channels() {
        return channels;
    }

    /// Keras's name: `grayscale`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
