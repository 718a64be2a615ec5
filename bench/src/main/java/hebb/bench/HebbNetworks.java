package hebb.bench;

import static hebb.nn.layers.Activation.RELU;
import static hebb.nn.layers.Activation.SIGMOID;
import static hebb.nn.layers.Activation.SOFTMAX;

import hebb.core.shape.DType;
import hebb.nn.Model;
import hebb.nn.Sequential;
import hebb.nn.layers.Conv2D;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Embedding;
import hebb.nn.layers.Flatten;
import hebb.nn.layers.Input;
import hebb.nn.layers.LSTM;
import hebb.nn.layers.MaxPooling2D;
import hebb.nn.layers.SimpleRNN;
import hebb.nn.losses.BinaryCrossentropy;
import hebb.nn.losses.SparseCategoricalCrossentropy;
import hebb.nn.optimizers.Adam;
import hebb.nn.optimizers.SGD;

/// The networks in Hebb, by their names in [Network]; `bench/peers` has the same in Keras and
/// PyTorch.
final class HebbNetworks {
    /// How many words the reviews have, and how long each is.
    static final int VOCABULARY = 10_000;

    private static final int REVIEW_LENGTH = 200;

    private HebbNetworks() {}

    /// The network of that name, new and compiled.
    static Model compiled(String name) {
        var model = of(name);
        var optimizer = name.equals("cifar10-ann") ? SGD.of() : Adam.of();
        boolean classes = model.outputs().getFirst().shape().dim(-1) > 1;
        model.compile(
                optimizer, classes ? SparseCategoricalCrossentropy.of() : BinaryCrossentropy.of());
        return model;
    }

    private static Model of(String name) {
        return switch (name) {
            case "mnist-mlp" -> mnistMlp();
            case "mnist-cnn" -> mnistCnn();
            case "cifar10-cnn" -> cifar10Cnn();
            case "cifar10-cnn-deep" -> cifar10CnnDeep();
            case "cifar10-ann" -> cifar10Ann();
            case "imdb-rnn" -> imdbRnn();
            case "imdb-lstm" -> imdbLstm();
            default -> throw new IllegalArgumentException("unknown network " + name);
        };
    }

    private static Model mnistMlp() {
        return Sequential.of(
                Input.of(28, 28, 1),
                Flatten.of(),
                Dense.of(128).activation(RELU),
                Dense.of(10).activation(SOFTMAX));
    }

    private static Model mnistCnn() {
        return Sequential.of(
                Input.of(28, 28, 1),
                Conv2D.of(32, 3).activation(RELU),
                MaxPooling2D.of(2),
                Conv2D.of(64, 3).activation(RELU),
                MaxPooling2D.of(2),
                Flatten.of(),
                Dense.of(128).activation(RELU),
                Dense.of(10).activation(SOFTMAX));
    }

    private static Model cifar10Cnn() {
        return Sequential.of(
                Input.of(32, 32, 3),
                Conv2D.of(32, 3).activation(RELU),
                MaxPooling2D.of(2),
                Conv2D.of(64, 3).activation(RELU),
                MaxPooling2D.of(2),
                Flatten.of(),
                Dense.of(64).activation(RELU),
                Dense.of(10).activation(SOFTMAX));
    }

    private static Model cifar10CnnDeep() {
        return Sequential.of(
                Input.of(32, 32, 3),
                Conv2D.of(32, 3).activation(RELU),
                MaxPooling2D.of(2),
                Conv2D.of(64, 3).activation(RELU),
                MaxPooling2D.of(2),
                Conv2D.of(128, 3).activation(RELU),
                MaxPooling2D.of(2),
                Flatten.of(),
                Dense.of(128).activation(RELU),
                Dense.of(10).activation(SOFTMAX));
    }

    private static Model cifar10Ann() {
        return Sequential.of(
                Input.of(32, 32, 3),
                Flatten.of(),
                Dense.of(3000).activation(RELU),
                Dense.of(1000).activation(RELU),
                Dense.of(10).activation(SOFTMAX));
    }

    private static Model imdbRnn() {
        return Sequential.of(
                Input.of(REVIEW_LENGTH).dtype(DType.INT32),
                Embedding.of(VOCABULARY, 128),
                SimpleRNN.of(64).activation(RELU),
                Dense.of(1).activation(SIGMOID));
    }

    private static Model imdbLstm() {
        return Sequential.of(
                Input.of(REVIEW_LENGTH).dtype(DType.INT32),
                Embedding.of(VOCABULARY, 128),
                LSTM.of(64),
                Dense.of(1).activation(SIGMOID));
    }
}
