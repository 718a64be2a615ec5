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
    for (int epoch : List.of(1, 2, 5, 10, 20, 40)) {
        IO.println(
                "%5d %9.4f %11.4f %11.4f"
                        .formatted(
                                epoch,
                                batch.losses.get(epoch - 1),
                                stochastic.losses.get(epoch - 1),
                                mini.losses.get(epoch - 1)));
    }
    IO.println("batch      " + batch);
    IO.println("stochastic " + stochastic);
    IO.println("mini-batch " + mini);
}

/// 40 rounds through the points in random order, with a step after every `batchSize` of them.
Line descend(Tensor x, Tensor y, int batchSize) {
    var random = NumpyRandom.of(0);
    var line = new Line();
    for (int epoch = 0; epoch < 40; epoch++) {
        var order = random.permutation(x.dim(0));
        for (int from = 0; from < x.dim(0); from += batchSize) {
            var some = order.slice(0, from, Math.min(from + batchSize, x.dim(0)));
            line.step(x.take(some, 0), y.take(some, 0), 0.05);
        }
        line.losses.add(line.error(x, y).square().mean().item());
    }
    return line;
}

/// y = b + w·x, and how far off it was after each epoch.
static final class Line {
    double w;
    double b;
    int steps;
    final List<Double> losses = new ArrayList<>();

    Tensor error(Tensor x, Tensor y) {
        return x.mul(w).add(b).sub(y);
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
