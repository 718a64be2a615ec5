package hebb.teach;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.data.format.NewFile;
import hebb.nn.losses.Loss;
import hebb.nn.optimizers.Optimizer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// One training step, taken apart.
///
/// @param model the model's name
/// @param x the samples
/// @param y their answers
/// @param stages what each layer did, in order; activations are layers of their own
/// @param loss what was made small
/// @param losses what each sample costs, or each part of one
/// @param before the loss before the step
/// @param after the loss of the same samples after it
/// @param optimizer what changed the weights
/// @param rate how far it went
/// @param step which step it was, from 1
public record Lesson(
        String model,
        Tensor x,
        Tensor y,
        List<Stage> stages,
        Loss<?> loss,
        Tensor losses,
        double before,
        double after,
        Optimizer<?> optimizer,
        double rate,
        long step) {
    /// The layer of that name; an activation's is that of its layer and its own: `hidden_relu`.
    ///
    /// @throws HebbException if there is none
    public Stage stage(String name) {
        return stages.stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        HebbException.of("Lesson.stage", "there is no layer of that name")
                                .received("'" + name + "'")
                                .expected(
                                        String.join(
                                                ", ", stages.stream().map(Stage::name).toList())));
    }

    /// What the network makes of the samples.
    public Tensor prediction() {
        return stages.getLast().output();
    }

    /// Why learning stalls, if it does.
    public List<Warning> warnings() {
        return Warning.of(this);
    }

    /// The page, as HTML that needs no other file.
    public String html() {
        return new Page(this).html();
    }

    /// Writes the page.
    ///
    /// @throws HebbException if it cannot be written
    public void save(String file) {
        save(Path.of(file));
    }

    /// The same by path.
    public void save(Path file) {
        NewFile.write(file, out -> out.write(html().getBytes(StandardCharsets.UTF_8)));
    }
}
