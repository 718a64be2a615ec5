package hebb.nn.words;

import hebb.nn.initializers.Initializer;

/// The initializers by Keras's names, of classes and in snake case.
public final class InitializerWords {
    private static final Words<Initializer> TABLE =
            new Words<Initializer>("initializer")
                    .and(Initializer::zeros, "Zeros", "zero")
                    .and(Initializer::ones, "Ones", "one")
                    .and(() -> Initializer.constant(0), "Constant")
                    .and(Initializer::identity, "Identity", "IdentityInitializer")
                    .and(Initializer::randomNormal, "RandomNormal", "normal")
                    .and(Initializer::randomUniform, "RandomUniform", "uniform")
                    .and(Initializer::truncatedNormal, "TruncatedNormal")
                    .and(Initializer::varianceScaling, "VarianceScaling")
                    .and(Initializer::glorotUniform, "GlorotUniform")
                    .and(Initializer::glorotNormal, "GlorotNormal")
                    .and(Initializer::heUniform, "HeUniform")
                    .and(Initializer::heNormal, "HeNormal")
                    .and(Initializer::lecunUniform, "LecunUniform")
                    .and(Initializer::lecunNormal, "LecunNormal")
                    .and(Initializer::orthogonal, "Orthogonal", "OrthogonalInitializer")
                    .and(Initializer::stft, "STFT", "STFTInitializer");

    private InitializerWords() {}

    /// All of them.
    public static Words<Initializer> table() {
        return TABLE;
    }
}
