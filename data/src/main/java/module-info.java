import org.jspecify.annotations.NullMarked;

/// Data sets as pipelines of batches, and the file formats tensors come in. Needs nothing but the
/// JDK.
@NullMarked
@SuppressWarnings("module") // the friend is compiled later
module hebb.data {
    requires transitive hebb.core;
    requires static java.desktop;
    requires static org.jspecify;

    exports hebb.data;
    exports hebb.data.display to
            hebb.plot;
    exports hebb.data.format;
    exports hebb.data.image;
    exports hebb.data.text;
}
