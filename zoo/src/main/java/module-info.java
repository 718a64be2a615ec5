import org.jspecify.annotations.NullMarked;

/// Well-known architectures as functions of layers, with their published weights.
@NullMarked
module hebb.zoo {
    requires transitive hebb.nn;
    requires hebb.datasets;
    requires static org.jspecify;

    exports hebb.zoo;
}
