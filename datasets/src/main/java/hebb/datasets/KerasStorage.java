package hebb.datasets;

/// Where Keras's makers offer the data sets that Keras loads.
final class KerasStorage {
    static final String ADDRESS = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/";

    private KerasStorage() {}

    static RemoteFile file(String name, long size, String hash) {
        return RemoteFile.of(name, ADDRESS + name, size, hash);
    }
}
