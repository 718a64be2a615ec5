/// Bytes to tensors and back: npy, npz and idx. Knows files, no data set and no layer.
package hebb.data.format;
