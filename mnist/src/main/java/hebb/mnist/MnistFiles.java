package hebb.mnist;

import hebb.datasets.spi.Bundle;
import java.io.InputStream;
import java.util.Optional;

/// The four files of MNIST, beside this class.
public final class MnistFiles implements Bundle {
    /// For the service loader.
    public MnistFiles() {}

    @Override
    public Optional<InputStream> open(String dataset, String file) {
        return dataset.equals("mnist")
                ? Optional.ofNullable(MnistFiles.class.getResourceAsStream(file))
                : Optional.empty();
    }
}
