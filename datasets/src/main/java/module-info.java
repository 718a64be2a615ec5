import org.jspecify.annotations.NullMarked;

/// Published data sets under the names Keras gives them: found, downloaded, verified, read.
@NullMarked
@SuppressWarnings("module") // the friend is compiled later
module hebb.datasets {
    requires transitive hebb.data;
    requires de.siegmar.fastcsv;
    requires java.net.http;
    requires org.apache.commons.compress;
    requires static org.jspecify;

    exports hebb.datasets;
    exports hebb.datasets.spi to
            hebb.mnist;

    uses hebb.datasets.spi.Bundle;
}
