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
import hebb.nn.losses.Loss;
import hebb.nn.optimizers.Optimizer;
import java.util.Map;

/// What layers, losses and optimizers compute, in letters: x goes in, z or a comes out, L is the
/// loss, δ what arrives of it from behind.
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

    private static final Map<String, String> LOSSES =
            Map.ofEntries(
                    Map.entry("MeanSquaredError", "L = mean (y − ŷ)²,  ∂L/∂ŷ = 2 (ŷ − y) / n"),
                    Map.entry("MeanAbsoluteError", "L = mean |y − ŷ|,  ∂L/∂ŷ = sign(ŷ − y) / n"),
                    Map.entry(
                            "BinaryCrossentropy",
                            "L = − mean [ y log ŷ + (1 − y) log(1 − ŷ) ],  ∂L/∂ŷ = (ŷ − y) / (ŷ (1 − ŷ) n)"),
                    Map.entry(
                            "CategoricalCrossentropy",
                            "L = − mean Σⱼ yⱼ log ŷⱼ,  ∂L/∂ŷⱼ = − yⱼ / (ŷⱼ n)"),
                    Map.entry(
                            "SparseCategoricalCrossentropy",
                            "L = − mean log ŷ[y],  ∂L/∂ŷ[y] = − 1 / (ŷ[y] n)"),
                    Map.entry("Hinge", "L = mean max(1 − y ŷ, 0)"),
                    Map.entry(
                            "Huber",
                            "L = mean ½ (y − ŷ)², or |y − ŷ| − ½ where that is more than 1"),
                    Map.entry("LogCosh", "L = mean log cosh(ŷ − y),  ∂L/∂ŷ = tanh(ŷ − y) / n"),
                    Map.entry("Poisson", "L = mean (ŷ − y log ŷ),  ∂L/∂ŷ = (1 − y / ŷ) / n"));

    private static final Map<String, String> OPTIMIZERS =
            Map.of(
                    "Adam",
                    "m ← m + (1 − β₁)(g − m),  v ← v + (1 − β₂)(g² − v),  "
                            + "w ← w − η · √(1 − β₂ᵗ) / (1 − β₁ᵗ) · m / (√v + ε)",
                    "RMSprop",
                    "v ← ρ v + (1 − ρ) g²,  w ← w − η · g / √(v + ε)",
                    "Adagrad",
                    "v ← v + g²,  w ← w − η · g / √(v + ε)");

    private Formulas() {}

    private static Formula curve(String forward, String slope, String words) {
        return new Formula(
                "a = " + forward, "a′ = " + slope, "∂L/∂z = δ · a′, number by number", words);
    }

    static Formula of(Layer<?> layer) {
        return switch (layer) {
            case Activation a -> ACTIVATIONS.getOrDefault(a.function(), UNKNOWN);
            case ReLU _ ->
                    curve("max(0, z)", "1 where z passed, else 0", "Lets positive numbers pass.");
            case Dense _ ->
                    new Formula(
                            "z = x · W + b",
                            "∂z/∂x = W,  ∂z/∂W = x,  ∂z/∂b = 1",
                            "∂L/∂W = xᵀ · δ,  ∂L/∂b = Σ δ,  ∂L/∂x = δ · Wᵀ",
                            "Each unit adds up all inputs, each times its weight, and its bias.");
            case Conv2D _ ->
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
            case SimpleRNN _ ->
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
            case BatchNormalization _ ->
                    new Formula(
                            "y = γ · (x − mean) / √(variance + ε) + β",
                            "γ / √(variance + ε), and through mean and variance",
                            "∂L/∂γ = Σ δ · x̂,  ∂L/∂β = Σ δ",
                            "Every channel gets mean β and spread γ over the batch.");
            default -> UNKNOWN;
        };
    }

    static String of(Loss<?> loss) {
        return LOSSES.getOrDefault(loss.className(), "L = " + loss.name());
    }

    static String of(Optimizer<?> optimizer) {
        if (optimizer.className().equals("SGD")) {
            boolean hasMomentum =
                    !Double.valueOf(0).equals(optimizer.options().values().get("momentum"));
            return hasMomentum ? "v ← μ v − η · g,  w ← w + v" : "w ← w − η · g";
        }
        return OPTIMIZERS.getOrDefault(
                optimizer.className(), "w ← the step of " + optimizer.className() + ", along −g");
    }
}
