import org.jspecify.annotations.NullMarked;

/// Keras's model files, read and written. Found by `hebb.nn` as a service.
@NullMarked
module hebb.io {
    requires transitive hebb.nn;
    requires static org.jspecify;
    requires tools.jackson.core;
    requires tools.jackson.databind;

    provides hebb.nn.spi.ModelFiles with
            hebb.io.KerasFiles;
}
