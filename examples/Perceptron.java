import module hebb;

/// A perceptron learns AND: each wrong answer moves its line, and after 10 rounds none is left.
void main() {
    var x = Tensor.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
    var y = Tensor.of(0, 0, 0, 1); // AND

    var perceptron = new Perceptron(0.1, 10);
    perceptron.fit(x, y);
    IO.println(
            "weights %s bias %s predictions %s"
                    .formatted(perceptron.weights, perceptron.bias, perceptron.predict(x)));
}

static final class Perceptron {
    final double learningRate;
    final int epochs;
    Tensor weights = Tensor.of(0.0);
    double bias;

    Perceptron(double learningRate, int epochs) {
        this.learningRate = learningRate;
        this.epochs = epochs;
    }

    void fit(Tensor x, Tensor y) {
        weights = Tensor.zeros(new Spec(Shape.of(x.dim(1)), DType.FLOAT64));
        bias = 0;
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (int i = 0; i < x.dim(0); i++) {
                // right answers give an update of 0
                double update = learningRate * (y.at(i) - predict(x.get(i)).item());
                weights = weights.add(x.get(i).mul(update));
                bias += update;
            }
        }
    }

    /// 1 on one side of the line, 0 on the other: of one point, or of each row of points.
    Tensor predict(Tensor x) {
        return x.matmul(weights).add(bias).greaterEqual(0).cast(DType.INT32);
    }
}
