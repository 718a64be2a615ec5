/// Images as tensors: scaling and conversion, batch by batch, inside a pipeline.
package hebb.data.image;
