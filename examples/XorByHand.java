import module hebb;

/// A network of two layers learns XOR; forward pass, gradients and updates written out.
void main() {
    var x = Tensor.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
    var y = Tensor.of(new double[][] {{0}, {1}, {1}, {0}});

    var random = NumpyRandom.of(42);
    var w1 = random.uniform(-1, 1, 2, 2);
    var w2 = random.uniform(-1, 1, 2, 1);
    var b1 = Tensor.zeros(new Spec(Shape.of(1, 2), DType.FLOAT64));
    var b2 = Tensor.zeros(new Spec(Shape.of(1, 1), DType.FLOAT64));
    var learningRate = 0.1;

    var output = y;
    var losses = new ArrayList<Double>();
    for (int epoch = 0; epoch < 10_000; epoch++) {
        // forward
        var hidden = x.matmul(w1).add(b1).sigmoid();
        output = hidden.matmul(w2).add(b2).sigmoid();
        var error = y.sub(output);

        // backward: by the chain rule, layer by layer
        var dOutput = error.mul(sigmoidDerivative(output));
        var dHidden = dOutput.matmul(w2.transpose()).mul(sigmoidDerivative(hidden));

        w2 = w2.add(hidden.transpose().matmul(dOutput).mul(learningRate));
        w1 = w1.add(x.transpose().matmul(dHidden).mul(learningRate));
        b2 = b2.add(dOutput.sumKeepDims(0).mul(learningRate));
        b1 = b1.add(dHidden.sumKeepDims(0).mul(learningRate));

        losses.add(error.square().mean().item());
        if (epoch % 1000 == 0) {
            IO.println("Epoch %d: Loss = %.5f".formatted(epoch, losses.getLast()));
        }
    }
    IO.println("\nFinal Predictions:");
    IO.println(output.round());
    Plot.lines()
            .line("loss", losses)
            .title("A plateau, and then XOR")
            .xLabel("epoch")
            .yLabel("mean squared error")
            .save("xor-by-hand.png");
}

/// The slope of the sigmoid where its value is `s`.
Tensor sigmoidDerivative(Tensor s) {
    return s.mul(s.neg().add(1));
}
