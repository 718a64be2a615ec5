import org.jspecify.annotations.NullMarked;

/// The four MNIST files, so that the first example runs anywhere. Found by `hebb.datasets` as a
/// service.
@NullMarked
module hebb.mnist {
    requires hebb.datasets;
    requires static org.jspecify;

    provides hebb.datasets.spi.Bundle with
            hebb.mnist.MnistFiles;
}
