package hebb.nn;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.core.tensor.Variable;
import hebb.nn.constraints.Constraint;
import hebb.nn.initializers.Initializer;
import hebb.nn.regularizers.Regularizer;

/// One weight or state of a model, with its path in it: `fc1/kernel`.
public final class Weight {
    private final String path;
    private final Cell cell;

    Weight(String path, Cell cell) {
        this.path = path;
        this.cell = cell;
    }

    /// What it is, apart from where it was found: shared by all models that hold it.
    static final class Cell {
        final Variable variable;
        final boolean isState;
        final Initializer initializer;
        final Regularizer regularizer;
        final Constraint constraint;
        boolean trainable = true;

        Cell(
                Variable variable,
                boolean isState,
                Initializer initializer,
                Regularizer regularizer,
                Constraint constraint) {
            this.variable = variable;
            this.isState = isState;
            this.initializer = initializer;
            this.regularizer = regularizer;
            this.constraint = constraint;
        }
    }

    Cell cell() {
        return cell;
    }

    /// The names of the layers that lead to it, and its own, with `/` between.
    public String path() {
        return path;
    }

    /// Its own name: `kernel`.
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// The variable itself, for recordings.
    public Variable variable() {
        return cell.variable;
    }

    public Spec spec() {
        return cell.variable.spec();
    }

    public Shape shape() {
        return cell.variable.shape();
    }

    /// A copy of its value now.
    public Tensor value() {
        return cell.variable.value();
    }

    /// Gives it another value of the same shape; the type is converted.
    ///
    /// @throws HebbException if the shape differs
    public void assign(Tensor value) {
        if (!value.shape().equals(shape())) {
            throw HebbException.of("weight '" + path + "'", "the new value has another shape")
                    .received(value.shape())
                    .expected(shape());
        }
        cell.variable.assign(value.cast(spec().dtype()));
    }

    /// Whether training changes it by gradients.
    public boolean isTrainable() {
        return !cell.isState && cell.trainable;
    }

    /// Whether it is no weight but a state that its layer updates itself, such as a moving mean.
    public boolean isState() {
        return cell.isState;
    }

    /// What its size costs.
    public Regularizer regularizer() {
        return cell.regularizer;
    }

    /// The rule that it is brought back to after each step.
    public Constraint constraint() {
        return cell.constraint;
    }

    /// `fc1/kernel float32(784, 128)`.
    @Override
    public String toString() {
        return path + " " + spec();
    }
}
