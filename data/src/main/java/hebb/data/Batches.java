package hebb.data;

import java.util.Iterator;

/// The batches of one pass over a [Dataset], each computed when it is asked for.
///
/// To be closed if it is not read to its end: that stops what was computed ahead, and closes the
/// files of streams. For one thread at a time.
public interface Batches extends Iterator<Batch>, AutoCloseable {
    @Override
    void close();
}
