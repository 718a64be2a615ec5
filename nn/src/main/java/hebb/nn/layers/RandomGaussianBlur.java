package hebb.nn.layers;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import java.util.Arrays;

/// In training, blurs some images by the weights of a normal distribution.
///
/// Defaults: each image with a chance that is drawn from 0 to 1; weights of 3 by 3 pixels; standard
/// deviations from 0 to 1 pixel; colours from 0 to 255.
public final class RandomGaussianBlur extends RandomImages<RandomGaussianBlur> {
    private static final double SMALLEST = 1e-6;

    private FactorRange factor;
    private int[] kernelSize = {3, 3};
    private FactorRange sigma = new FactorRange(0, 1);
    private FactorRange valueRange = FactorRange.BYTES;

    private RandomGaussianBlur(FactorRange factor) {
        this.factor = factor;
    }

    /// With a chance that is drawn from 0 to 1.
    public static RandomGaussianBlur of() {
        return of(1);
    }

    /// With a chance that is drawn from 0 to `factor`.
    public static RandomGaussianBlur of(double factor) {
        return new RandomGaussianBlur(FactorRange.around("RandomGaussianBlur", factor, 0, 1));
    }

    /// With a chance that is drawn between these.
    public static RandomGaussianBlur of(double from, double to) {
        return new RandomGaussianBlur(FactorRange.between("RandomGaussianBlur", from, to, 0, 1));
    }

    /// How many pixels are mixed, an odd number: across and down, or both. Default: 3.
    public RandomGaussianBlur kernelSize(int... kernelSize) {
        var checked = checked(kernelSize);
        return with(l -> l.kernelSize = checked);
    }

    private static int[] checked(int... sizes) {
        if (sizes.length < 1
                || sizes.length > 2
                || Arrays.stream(sizes).anyMatch(n -> n < 1 || n % 2 == 0)) {
            throw HebbException.of("RandomGaussianBlur", "kernel_size has no middle")
                    .received(Arrays.toString(sizes))
                    .expected("an odd number, or two of them");
        }
        return new int[] {sizes[0], sizes[sizes.length - 1]};
    }

    /// The standard deviations, from 0 to 1. Default: 0 to 1.
    public RandomGaussianBlur sigma(double from, double to) {
        var range = FactorRange.between("RandomGaussianBlur", from, to, 0, 1);
        return with(l -> l.sigma = range);
    }

    /// The range of colours. Default: 0 to 255.
    public RandomGaussianBlur valueRange(double from, double to) {
        var range = FactorRange.colors("RandomGaussianBlur", from, to);
        return with(l -> l.valueRange = range);
    }

    @Override
    Tensor changed(ImageDraws draws, Tensor x) {
        var across = draws.one("across", sigma.low(), sigma.high()).add(SMALLEST);
        var down = draws.one("down", sigma.low(), sigma.high()).add(SMALLEST);
        var y = Tensor.where(draws.chosen(factor), blurred(x, across, down), x);
        return y.clip(valueRange.low(), valueRange.high());
    }

    Tensor blurred(Tensor x, Tensor across, Tensor down) {
        return GaussianBlur.of(x, weights(across, kernelSize[0]), weights(down, kernelSize[1]));
    }

    private static Tensor weights(Tensor sigma, int size) {
        int reach = size / 2;
        return GaussianBlur.weights(sigma, reach, Tensor.scalar(reach, sigma.dtype()));
    }

    @Override
    public Options options() {
        return formatOption()
                .and(factor.option("RandomGaussianBlur", "factor", 0, 1, v -> factor = v))
                .and("kernel_size", int[].class, kernelSize, v -> kernelSize = checked(v))
                .and(sigma.option("RandomGaussianBlur", "sigma", 0, 1, v -> sigma = v))
                .and(valueRange.colorsOption("RandomGaussianBlur", v -> valueRange = v))
                .and(seedOption());
    }
}
