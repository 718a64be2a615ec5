import module hebb;

/// A training loop by hand: variables, a traced step, gradients. Classifies MNIST in two layers.
///
/// `--epochs N` trains longer or shorter, `--seed N` begins elsewhere, `--quick` takes a part of
/// the digits once.
void main(String[] args) {
    var given = Arguments.of(args, "--epochs N", "--seed N", "--quick");
    boolean quick = given.has("--quick");
    int epochs = given.number("--epochs", quick ? 1 : 5);
    int seed = given.number("--seed", 1);

    var mnist = Mnist.load();
    var train = mnist.train().take(quick ? 3000 : 60_000).map(this::pixels);
    var test = mnist.test().take(quick ? 1000 : 10_000).map(this::pixels).all();
    var shuffled = train.shuffle(seed).batch(50).prefetch(2);

    var random = Randoms.of(seed);
    var w1 = Variable.of("w1", random.normal(Spec.of(784, 128)).mul(Math.sqrt(2.0 / 784)));
    var b1 = Variable.zeros("b1", Spec.of(128));
    var w2 = Variable.of("w2", random.normal(Spec.of(128, 10)).mul(Math.sqrt(1.0 / 128)));
    var b2 = Variable.zeros("b2", Spec.of(10));
    var weights = List.of(w1, b1, w2, b2);

    UnaryOperator<Tensor> logits =
            x -> x.matmul(w1.value()).add(b1.value()).relu().matmul(w2.value()).add(b2.value());

    // recorded at the first call, then run as a plan: loss, gradients and updates in one
    var step =
            Traced.of((x, y) -> {
                var loss = logits.apply(x).logSoftmax().mul(y.oneHot(10)).sum(-1).mean().neg();
                var gradients = loss.gradients(weights);
                for (int i = 0; i < weights.size(); i++) {
                    var w = weights.get(i);
                    w.assign(w.value().sub(gradients.get(i).mul(0.2)));
                }
                return loss;
            });
    var accuracy =
            Traced.of((x, y) ->
                    logits.apply(x)
                            .argMax(-1)
                            .equal(y.cast(DType.INT32))
                            .cast(DType.FLOAT32)
                            .mean());

    for (int epoch = 0; epoch < epochs; epoch++) {
        double sum = 0;
        for (var batch : shuffled.epoch(epoch)) {
            sum += step.run(batch.x(), batch.y()).item() * batch.size();
        }
        IO.println(
                "epoch %d: loss=%.4f accuracy=%.4f"
                        .formatted(
                                epoch + 1,
                                sum / train.size().getAsInt(),
                                accuracy.run(test.x(), test.y()).item()));
    }
}

Tensor pixels(Tensor images) {
    return Images.scaled(images).reshape(-1, 784);
}
