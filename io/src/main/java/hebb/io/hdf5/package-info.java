/// HDF5 files, read and written without a library: as much of the format as Keras uses.
///
/// Reading believes nothing that a file says, see `docs/design/004-own-hdf5-reader.md`.
@NullMarked
package hebb.io.hdf5;

import org.jspecify.annotations.NullMarked;
