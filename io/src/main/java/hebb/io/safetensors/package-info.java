/// Files of named tensors as Hugging Face's safetensors has them.
@NullMarked
package hebb.io.safetensors;

import org.jspecify.annotations.NullMarked;
