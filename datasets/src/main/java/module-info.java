import org.jspecify.annotations.NullMarked;

/// Published data sets under the names Keras gives them: found, downloaded, verified, read.
@NullMarked
module hebb.datasets {
    requires transitive hebb.data;
    requires static org.jspecify;

// exports hebb.datasets;
}
