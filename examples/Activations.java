import module hebb;

/// What neurons make of their sums: step, sigmoid, tanh and ReLU, and softmax for several classes.
void main() {
    var x = Tensor.of(-2.0, -1.0, 0.0, 1.0, 2.0);
    IO.println("x       " + x);
    IO.println("step    " + step(x));
    IO.println("sigmoid " + sigmoid(x));
    IO.println("tanh    " + tanh(x));
    IO.println("ReLU    " + relu(x));

    IO.println("Softmax Probabilities: " + softmax(Tensor.of(2.0, 1.0, 0.1)));

    var axis = Tensor.linspace(-10, 10, 100);
    Plot.panels(
                    curve("Step", axis, step(axis)),
                    curve("Sigmoid", axis, sigmoid(axis)),
                    curve("Tanh", axis, tanh(axis)),
                    curve("ReLU", axis, relu(axis)))
            .columns(2)
            .save("activations.png");
}

Chart curve(String name, Tensor x, Tensor y) {
    return Plot.lines()
            .line(name, x, y)
            .title(name + " Activation Function")
            .xLabel("Input")
            .yLabel("Output");
}

/// Yes or no.
Tensor step(Tensor x) {
    return x.greaterEqual(0).cast(DType.FLOAT64);
}

/// 1 / (1 + e⁻ˣ), from 0 to 1.
Tensor sigmoid(Tensor x) {
    return x.neg().exp().add(1).reciprocal();
}

/// (eˣ - e⁻ˣ) / (eˣ + e⁻ˣ), from -1 to 1.
Tensor tanh(Tensor x) {
    var up = x.exp();
    var down = x.neg().exp();
    return up.sub(down).div(up.add(down));
}

/// What is positive.
Tensor relu(Tensor x) {
    return x.maximum(0);
}

/// eˣ over the sum of all eˣ: shares of the whole. The largest is subtracted against overflow.
Tensor softmax(Tensor x) {
    var e = x.sub(x.max()).exp();
    return e.div(e.sum());
}
