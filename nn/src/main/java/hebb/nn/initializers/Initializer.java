package hebb.nn.initializers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import hebb.nn.Configurable;
import hebb.nn.initializers.VarianceScaling.Distribution;
import hebb.nn.initializers.VarianceScaling.Mode;

/// The first value of a weight. Immutable.
///
/// An initializer of your own implements this and overrides [Configurable#options()]. Random ones
/// depend on the model's seed and the weight's path only; one with a seed of its own gives the same
/// values wherever it is used.
public interface Initializer extends Configurable {
    /// A float32 tensor of this shape, random where the initializer is, from this source only.
    /// Computed at once.
    Tensor of(Shape shape, Randoms random);

    /// All 0.
    static Initializer zeros() {
        return new Constant("Zeros", 0);
    }

    /// All 1.
    static Initializer ones() {
        return new Constant("Ones", 1);
    }

    /// All of one value.
    static Initializer constant(double value) {
        return new Constant("Constant", value);
    }

    /// The identity matrix.
    static Initializer identity() {
        return identity(1);
    }

    /// The identity matrix times `gain`; not square, it has zeros where there is no diagonal.
    static Initializer identity(double gain) {
        return new Identity(gain);
    }

    /// Normal, of mean 0 and standard deviation 0.05.
    static RandomNormal randomNormal() {
        return new RandomNormal();
    }

    /// Even on [-0.05, 0.05).
    static RandomUniform randomUniform() {
        return new RandomUniform();
    }

    /// Normal, of mean 0 and standard deviation 0.05, without values beyond two standard
    /// deviations.
    static TruncatedNormal truncatedNormal() {
        return new TruncatedNormal();
    }

    /// Truncated normal of variance 1 / inputs; scale, mode and distribution can be chosen.
    static VarianceScaling varianceScaling() {
        return new VarianceScaling();
    }

    /// Even within ±√(6 / (inputs + outputs)). Source: Glorot and Bengio, AISTATS 2010.
    static VarianceScaling glorotUniform() {
        return varianceScaling()
                .mode(Mode.FAN_AVG)
                .distribution(Distribution.UNIFORM)
                .named("GlorotUniform");
    }

    /// Truncated normal of variance 2 / (inputs + outputs). Source: Glorot and Bengio, AISTATS
    /// 2010.
    static VarianceScaling glorotNormal() {
        return varianceScaling().mode(Mode.FAN_AVG).named("GlorotNormal");
    }

    /// Even within ±√(6 / inputs). Source: He and others, arXiv 1502.01852.
    static VarianceScaling heUniform() {
        return varianceScaling().scale(2).distribution(Distribution.UNIFORM).named("HeUniform");
    }

    /// Truncated normal of variance 2 / inputs. Source: He and others, arXiv 1502.01852.
    static VarianceScaling heNormal() {
        return varianceScaling().scale(2).named("HeNormal");
    }

    /// Even within ±√(3 / inputs). Source: LeCun and others, "Efficient BackProp", 1998.
    static VarianceScaling lecunUniform() {
        return varianceScaling().distribution(Distribution.UNIFORM).named("LecunUniform");
    }

    /// Truncated normal of variance 1 / inputs. Source: LeCun and others, "Efficient BackProp",
    /// 1998.
    static VarianceScaling lecunNormal() {
        return varianceScaling().named("LecunNormal");
    }

    /// Orthonormal rows or columns, whichever are fewer. Source: Saxe and others, arXiv 1312.6120.
    static Orthogonal orthogonal() {
        return new Orthogonal();
    }

    /// The real or imaginary part of a short-time Fourier transform, as the kernel of a
    /// convolution.
    static STFT stft() {
        return new STFT();
    }
}
