import org.jspecify.annotations.NullMarked;

/// Layers, models and their training, with the vocabulary of Keras. Needs nothing but the JDK.
@NullMarked
@SuppressWarnings("module") // the friend is compiled later
module hebb.nn {
    requires transitive hebb.core;
    requires transitive hebb.data;
    requires static org.jspecify;

    exports hebb.nn;
    exports hebb.nn.callbacks;
    exports hebb.nn.constraints;
    exports hebb.nn.initializers;
    exports hebb.nn.layers;
    exports hebb.nn.losses;
    exports hebb.nn.metrics;
    exports hebb.nn.optimizers;
    exports hebb.nn.regularizers;
    exports hebb.nn.schedules;
    exports hebb.nn.spi;
    exports hebb.nn.training;
    exports hebb.nn.words to
            hebb.io;

    uses hebb.nn.spi.ModelFiles;
}
