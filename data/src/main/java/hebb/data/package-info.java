/// Where batches come from: data sets made of tensors, mapped, shuffled, batched and prefetched,
/// each step a value that describes the next.
package hebb.data;
