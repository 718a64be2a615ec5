package hebb.teach;

import hebb.nn.Layer;
import hebb.nn.layers.Activation;
import hebb.nn.layers.AveragePooling2D;
import hebb.nn.layers.BatchNormalization;
import hebb.nn.layers.Conv2D;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Dropout;
import hebb.nn.layers.Flatten;
import hebb.nn.layers.GlobalAveragePooling2D;
import hebb.nn.layers.MaxPooling2D;
import hebb.nn.layers.ReLU;
import hebb.nn.layers.Reshape;
import hebb.nn.layers.SimpleRNN;
import java.util.Map;

/// What layers compute, in letters: x goes in, z or a comes out, L is the loss, δ what arrives of
/// it from behind. A layer with options for which no formula here holds gets none.
final class Formulas {
    /// A formula, and how it is undone.
    ///
    /// @param forward what comes out
    /// @param slope how it changes with what goes in
    /// @param backward what is handed on of the gradient
    /// @param words what that means
    record Formula(String forward, String slope, String backward, String words) {}

    private static final Formula UNKNOWN =
            new Formula(
                    "y = f(x)",
                    "∂y/∂x",
                    "∂L/∂x = δ · ∂y/∂x",
                    "What goes in becomes what comes out.");

    private static final Map<String, Formula> ACTIVATIONS =
            Map.of(
                    "sigmoid",
                    curve("1 / (1 + e⁻ᶻ)", "a · (1 − a)", "Squeezes every number into 0 to 1."),
                    "tanh",
                    curve("tanh z", "1 − a²", "Squeezes every number into −1 to 1."),
                    "relu",
                    curve(
                            "max(0, z)",
                            "1 if z > 0, else 0",
                            "Lets positive numbers pass, and nothing else."),
                    "leaky_relu",
                    curve(
                            "max(z, 0.2 z)",
                            "1 if z > 0, else 0.2",
                            "Lets a little of negative numbers pass."),
                    "elu",
                    curve(
                            "z, or eᶻ − 1 below 0",
                            "1 if z > 0, else a + 1",
                            "Bends softly towards −1."),
                    "softplus",
                    curve("log(1 + eᶻ)", "1 / (1 + e⁻ᶻ)", "ReLU without the corner."),
                    "exponential",
                    curve("eᶻ", "a", "Grows with its own size."),
                    "softmax",
                    new Formula(
                            "aⱼ = eᶻʲ / Σₖ eᶻᵏ",
                            "∂aⱼ/∂zₖ = aⱼ · (1[j=k] − aₖ)",
                            "∂L/∂zⱼ = aⱼ · (δⱼ − Σₖ δₖ aₖ)",
                            "Turns scores into probabilities: all positive, and together 1."));

    private static final String[] CONVOLVED = {
        "strides", "dilation_rate", "groups", "activation", "use_bias"
    };

    private Formulas() {}

    private static Formula curve(String forward, String slope, String words) {
        return new Formula(
                "a = " + forward, "a′ = " + slope, "∂L/∂z = δ · a′, number by number", words);
    }

    static Formula of(Layer<?> layer) {
        return switch (layer) {
            case Activation a -> ACTIVATIONS.getOrDefault(a.function(), UNKNOWN);
            case ReLU r when Usual.in(r, ReLU.of(), "max_value", "negative_slope", "threshold") ->
                    curve("max(0, z)", "1 where z passed, else 0", "Lets positive numbers pass.");
            case Dense d when Usual.in(d, Dense.of(1), "activation", "use_bias") ->
                    new Formula(
                            "z = x · W + b",
                            "∂z/∂x = W,  ∂z/∂W = x,  ∂z/∂b = 1",
                            "∂L/∂W = xᵀ · δ,  ∂L/∂b = Σ δ,  ∂L/∂x = δ · Wᵀ",
                            "Each unit adds up all inputs, each times its weight, and its bias.");
            case Dense d when Usual.in(d, Dense.of(1), "activation") ->
                    new Formula(
                            "z = x · W",
                            "∂z/∂x = W,  ∂z/∂W = x",
                            "∂L/∂W = xᵀ · δ,  ∂L/∂x = δ · Wᵀ",
                            "Each unit adds up all inputs, each times its weight.");
            case Conv2D c when Usual.in(c, Conv2D.of(1, 1), CONVOLVED) ->
                    new Formula(
                            "z[p, q, c] = Σ x[p+i, q+j, k] · W[i, j, k, c] + b[c]",
                            "∂z/∂x = W,  ∂z/∂W = the patch of x",
                            "∂L/∂W = Σ patches · δ,  ∂L/∂b = Σ δ,  ∂L/∂x = δ spread by W",
                            "A small window slides over the image; each filter looks for one pattern.");
            case MaxPooling2D _ ->
                    new Formula(
                            "y = max of each window",
                            "1 for the largest of the window, 0 for the others",
                            "∂L/∂x = δ where x was the largest, else 0",
                            "Keeps the strongest answer of each window.");
            case AveragePooling2D _ ->
                    new Formula(
                            "y = mean of each window",
                            "1 / size of the window",
                            "∂L/∂x = δ / size of the window",
                            "Keeps the mean of each window.");
            case GlobalAveragePooling2D _ ->
                    new Formula(
                            "y[c] = mean of x[·, ·, c]",
                            "1 / (height · width)",
                            "∂L/∂x = δ / (height · width)",
                            "One number for each channel.");
            case Flatten _, Reshape _ ->
                    new Formula(
                            "y = x in another shape",
                            "1",
                            "∂L/∂x = δ in the old shape",
                            "The numbers stay; only how they are arranged changes.");
            case SimpleRNN r when Usual.in(r, SimpleRNN.of(1), "use_bias", "go_backwards") ->
                    new Formula(
                            "h[t] = f(x[t] · W + h[t−1] · U + b)",
                            "∂h[t]/∂h[t−1] = f′ · U",
                            "∂L/∂h[t−1] = (δ[t] · f′) · Uᵀ, back through time",
                            "Each step sees the input and what the step before remembered.");
            case Dropout _ ->
                    new Formula(
                            "y = x · mask / (1 − rate)",
                            "mask / (1 − rate)",
                            "∂L/∂x = δ · mask / (1 − rate)",
                            "Drops some numbers at random, so that no unit relies on one other.");
            case BatchNormalization b
                    when Usual.in(b, BatchNormalization.of(), "center", "scale", "renorm") ->
                    new Formula(
                            "y = γ · (x − mean) / √(variance + ε) + β",
                            "γ / √(variance + ε), and through mean and variance",
                            "∂L/∂γ = Σ δ · x̂,  ∂L/∂β = Σ δ",
                            "Every channel gets mean β and spread γ over the batch.");
            default -> UNKNOWN;
        };
    }
}
