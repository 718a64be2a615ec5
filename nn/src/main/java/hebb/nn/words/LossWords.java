package hebb.nn.words;

import hebb.nn.losses.BinaryCrossentropy;
import hebb.nn.losses.BinaryFocalCrossentropy;
import hebb.nn.losses.CTC;
import hebb.nn.losses.CategoricalCrossentropy;
import hebb.nn.losses.CategoricalFocalCrossentropy;
import hebb.nn.losses.CategoricalGeneralizedCrossEntropy;
import hebb.nn.losses.CategoricalHinge;
import hebb.nn.losses.Circle;
import hebb.nn.losses.CosineSimilarity;
import hebb.nn.losses.Dice;
import hebb.nn.losses.Hinge;
import hebb.nn.losses.Huber;
import hebb.nn.losses.KLDivergence;
import hebb.nn.losses.LogCosh;
import hebb.nn.losses.Loss;
import hebb.nn.losses.MeanAbsoluteError;
import hebb.nn.losses.MeanAbsolutePercentageError;
import hebb.nn.losses.MeanSquaredError;
import hebb.nn.losses.MeanSquaredLogarithmicError;
import hebb.nn.losses.Poisson;
import hebb.nn.losses.SparseCategoricalCrossentropy;
import hebb.nn.losses.SquaredHinge;
import hebb.nn.losses.Tversky;

/// Keras's words for losses.
public final class LossWords {
    private static final Words<Loss<?>> TABLE =
            new Words<Loss<?>>("loss")
                    .and(Loss::crossentropy, "crossentropy", "ce")
                    .and(BinaryCrossentropy::of, "binary_crossentropy", "bce")
                    .and(CategoricalCrossentropy::of, "categorical_crossentropy")
                    .and(SparseCategoricalCrossentropy::of, "sparse_categorical_crossentropy")
                    .and(MeanSquaredError::of, "mean_squared_error", "mse")
                    .and(MeanAbsoluteError::of, "mean_absolute_error", "mae")
                    .and(MeanAbsolutePercentageError::of, "mean_absolute_percentage_error", "mape")
                    .and(MeanSquaredLogarithmicError::of, "mean_squared_logarithmic_error", "msle")
                    .and(Huber::of, "huber")
                    .and(LogCosh::of, "log_cosh", "logcosh")
                    .and(Hinge::of, "hinge")
                    .and(SquaredHinge::of, "squared_hinge")
                    .and(CategoricalHinge::of, "categorical_hinge")
                    .and(KLDivergence::of, "kl_divergence", "kld", "kullback_leibler_divergence")
                    .and(Poisson::of, "poisson")
                    .and(CosineSimilarity::of, "cosine_similarity")
                    .and(BinaryFocalCrossentropy::of, "binary_focal_crossentropy")
                    .and(CategoricalFocalCrossentropy::of, "categorical_focal_crossentropy")
                    .and(
                            CategoricalGeneralizedCrossEntropy::of,
                            "categorical_generalized_cross_entropy")
                    .and(Dice::of, "dice")
                    .and(Tversky::of, "tversky")
                    .and(CTC::of, "ctc")
                    .and(Circle::of, "circle");

    private LossWords() {}

    /// What the word stands for, under that word as its name.
    public static Loss<?> of(String word) {
        return TABLE.make("Loss.of", word).name(word);
    }

    /// All of them; words and the names of classes are the same but for case and underscores.
    public static Words<Loss<?>> table() {
        return TABLE;
    }
}
