import module hebb;

/// A perceptron computes AND with weights set by hand: 1 if both inputs together exceed 1.5.
void main() {
    var perceptron = new Perceptron(2);
    perceptron.weights = Tensor.of(1.0, 1.0);
    perceptron.bias = -1.5;

    IO.println("AND Gate Results:");
    for (var x : List.of(Tensor.of(0, 0), Tensor.of(0, 1), Tensor.of(1, 0), Tensor.of(1, 1))) {
        IO.println(x + " -> " + perceptron.predict(x));
    }
}

static final class Perceptron {
    Tensor weights;
    double bias;

    /// Knows nothing yet: its weights are random.
    Perceptron(int inputs) {
        var random = NumpyRandom.of(1);
        weights = random.rand(inputs);
        bias = random.rand().item();
    }

    int predict(Tensor inputs) {
        double sum = inputs.matmul(weights).item() + bias;
        return sum > 0 ? 1 : 0;
    }
}
