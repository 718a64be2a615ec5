package hebb.nn.regularizers;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.nn.Configured;
import hebb.nn.Options;
import hebb.nn.check.Require;
import hebb.nn.math.Norms;
import java.util.Locale;

/// `factor` times the mean absolute cosine between different rows (or columns) of a matrix.
/// Defaults: `factor` 0.01, `mode` [Mode#ROWS].
public final class OrthogonalRegularizer extends Configured<OrthogonalRegularizer>
        implements Regularizer {
    /// What is to become orthogonal.
    public enum Mode {
        /// Rows among themselves.
        ROWS,
        /// Columns among themselves.
        COLUMNS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private double factor = 0.01;
    private Mode mode = Mode.ROWS;

    private OrthogonalRegularizer() {}

    /// With the factor 0.01, for rows.
    public static OrthogonalRegularizer of() {
        return new OrthogonalRegularizer();
    }

    /// With this factor, 0 or more. Default: 0.01.
    public OrthogonalRegularizer factor(double factor) {
        return with(r -> r.factor = Require.notNegative("OrthogonalRegularizer", "factor", factor));
    }

    /// For rows or for columns. Default: rows.
    public OrthogonalRegularizer mode(Mode mode) {
        return with(r -> r.mode = mode);
    }

    @Override
    public Tensor of(Tensor weight) {
        if (weight.rank() != 2) {
            throw HebbException.of("OrthogonalRegularizer", "the weight is not a matrix")
                    .received(weight.shape())
                    .expected("two axes");
        }
        var rows = Norms.unit(mode == Mode.ROWS ? weight : weight.transpose(), 1);
        int size = rows.dim(0);
        var others = Tensor.arange(size).expandDims(1).notEqual(Tensor.arange(size));
        var cosines = rows.matmul(rows.transpose()).mul(others.cast(weight.dtype()));
        double pairs = size * (size - 1.0) / 2;
        return cosines.abs().sum().mul(factor * 0.5).div(pairs);
    }

    @Override
    public Options options() {
        return Options.of("factor", double.class, factor, v -> factor = v)
                .and("mode", Mode.class, mode, v -> mode = v);
    }
}
