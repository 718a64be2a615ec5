/// Two-dimensional convolution over NHWC images and its two gradients, cut into the register tiles
/// of `hebb.cpu.gemm` without unfolding the images; of volumes, plane by plane. Imports
/// `hebb.cpu.gemm` and `hebb.cpu.work` only.
@NullMarked
package hebb.cpu.conv;

import org.jspecify.annotations.NullMarked;
