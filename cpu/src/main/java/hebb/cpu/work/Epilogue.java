package hebb.cpu.work;

/// What happens to a sum before it is stored: `activation(sum + bias[column])`, each step rounded
/// on its own, so that folding it in changes no bits.
///
/// - `bias`: whether the operation's BIAS slot holds one value for each output column
public record Epilogue(boolean bias, Activation activation) {
    /// Stores the sum as it is.
    public static final Epilogue NONE = new Epilogue(false, Activation.NONE);

    /// Adds the bias.
    public static final Epilogue BIAS = new Epilogue(true, Activation.NONE);

    /// Adds the bias, then takes `max(x, 0)`.
    public static final Epilogue BIAS_RELU = new Epilogue(true, Activation.RELU);

    /// Takes `max(x, 0)` of the sum.
    public static final Epilogue RELU = new Epilogue(false, Activation.RELU);

    /// `value` after this epilogue, `bias` being ignored where there is none.
    public double apply(double value, double bias) {
        double biased = this.bias ? value + bias : value;
        return switch (activation) {
            case NONE -> biased;
            case RELU -> Math.max(biased, 0.0);
        };
    }
}
