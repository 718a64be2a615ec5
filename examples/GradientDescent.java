import module hebb;

/// Gradient descent in its three forms finds a line through points: a step for all of them, for
/// each one, or for every 16.
void main() {
    var random = NumpyRandom.of(42);
    var x = random.rand(100).mul(2);
    var y = x.mul(3).add(4).add(random.randn(100)); // y = 4 + 3x, and noise

    var batch = descend(x, y, 100);
    var stochastic = descend(x, y, 1);
    var mini = descend(x, y, 16);

    IO.println("epoch     batch  stochastic  mini-batch");
    for (int epoch : List.of(0, 1, 2, 5, 10, 20, 40)) {
        IO.println(
                "%5d %9.4f %11.4f %11.4f"
                        .formatted(
                                epoch,
                                batch.losses.get(epoch),
                                stochastic.losses.get(epoch),
                                mini.losses.get(epoch)));
    }
    IO.println("batch      " + batch);
    IO.println("stochastic " + stochastic);
    IO.println("mini-batch " + mini);

    Plot.lines()
            .line("batch", batch.losses)
            .line("stochastic", stochastic.losses)
            .line("mini-batch of 16", mini.losses)
            .logY(true)
            .title("Gradient descent in its three forms")
            .xLabel("epoch")
            .yLabel("mean squared error")
            .save("gradient-descent.png");
}

/// 40 rounds through the points in random order, with a step after every `batchSize` of them.
Line descend(Tensor x, Tensor y, int batchSize) {
    var random = NumpyRandom.of(0);
    var line = new Line();
    line.losses.add(line.loss(x, y));
    for (int epoch = 0; epoch < 40; epoch++) {
        var order = random.permutation(x.dim(0));
        for (int from = 0; from < x.dim(0); from += batchSize) {
            var some = order.slice(0, from, Math.min(from + batchSize, x.dim(0)));
            line.step(x.take(some, 0), y.take(some, 0), 0.05);
        }
        line.losses.add(line.loss(x, y));
    }
    return line;
}

/// y = b + w·x, and how far off it was at first and after each epoch.
static final class Line {
    double w;
    double b;
    int steps;
    final List<Double> losses = new ArrayList<>();

    Tensor error(Tensor x, Tensor y) {
        return x.mul(w).add(b).sub(y);
    }

    double loss(Tensor x, Tensor y) {
        return error(x, y).square().mean().item();
    }

    /// Against the gradient of the mean squared error: 2·mean(error·x) for w, 2·mean(error) for b.
    void step(Tensor x, Tensor y, double learningRate) {
        var error = error(x, y);
        w -= learningRate * 2 * error.mul(x).mean().item();
        b -= learningRate * 2 * error.mean().item();
        steps++;
    }

    @Override
    public String toString() {
        return "y = %.3f + %.3f x after %d steps".formatted(b, w, steps);
    }
}
