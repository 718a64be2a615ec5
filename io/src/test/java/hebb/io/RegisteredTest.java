package hebb.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Model;
import hebb.nn.Options;
import hebb.nn.Registered;
import hebb.nn.Scope;
import hebb.nn.Sequential;
import hebb.nn.initializers.Initializer;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Input;
import hebb.nn.losses.Loss;
import hebb.nn.losses.MeanSquaredError;
import hebb.nn.optimizers.SGD;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Classes of a user's own in files.
class RegisteredTest {
    @TempDir Path folder;

    static final class Factor extends Layer<Factor> {
        private double power = 1;

        Factor power(double power) {
            return with(l -> l.power = power);
        }

        @Override
        protected Tensor call(Scope s, Tensor x) {
            var factor = s.weight("factor", Shape.of(x.dim(-1)), Initializer.constant(3));
            return x.mul(factor.pow(power));
        }

        @Override
        public Options options() {
            return Options.of("power", double.class, power, v -> power = v);
        }
    }

    static final class Worst extends Loss<Worst> {
        Worst() {
            super("worst");
        }

        @Override
        protected Tensor call(Tensor yTrue, Tensor yPred) {
            return yPred.sub(labels(yTrue, yPred)).abs().max(-1);
        }
    }

    static final class Stranger extends Layer<Stranger> {
        @Override
        protected Tensor call(Scope s, Tensor x) {
            return x;
        }
    }

    @Test
    void aLayerAndALossGoThroughAFile() {
        Registered.add("tests", Factor::new);
        Registered.add("tests", Worst::new);
        var model = Sequential.of(Input.of(2), new Factor().power(2), Dense.of(1));
        model.compile(SGD.of(), new Worst());
        var file = folder.resolve("m.keras");
        model.save(file);

        var copy = Model.load(file);
        var x = Tensor.of(new float[][] {{1, -2}});
        assertThat(copy.predict(x).toFloats()).isEqualTo(model.predict(x).toFloats());
        assertThat(copy.toJson())
                .isEqualTo(model.toJson())
                .contains("\"registered_name\":\"tests>Factor\"")
                .contains("\"registered_name\":\"tests>Worst\"");
    }

    @Test
    void aLayerThatIsNotRegisteredIsNotWritten() {
        var model = Sequential.of(Input.of(2), new Stranger());
        model.compile(SGD.of(), MeanSquaredError.of());
        assertThatThrownBy(() -> model.save(folder.resolve("m.keras")))
                .isInstanceOf(HebbException.class)
                .hasMessageContaining("files cannot name a class that is not registered")
                .hasMessageContaining("fix: Registered.add(\"my_package\", Stranger::new)");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aNameThatIsNotRegisteredIsRefused() {
        var text =
                """
                {"class_name": "Sequential", "config": {"name": "s", "layers": [
                  {"module": "mine", "class_name": "Dense", "registered_name": "mine>Dense",
                   "config": {"name": "d"}}]}}
                """;
        assertThatThrownBy(() -> Model.fromJson(text))
                .isInstanceOf(HebbException.class)
                .hasMessageContaining("config.layers[0].class_name: there is no layer of that name")
                .hasMessageContaining("received: 'mine>Dense'");
    }
}
