package hebb.datasets.spi;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// A module that brings files of data sets with it. Found as a service.
public interface Bundle {
    /// The file of that data set, or nothing if it is not in here.
    Optional<InputStream> open(String dataset, String file) throws IOException;
}
