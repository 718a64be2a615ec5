package hebb.nn.optimizers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;

/// Steps as long as recent ones were, over the root of the mean of recent squared gradients.
///
/// `a = rho · a + (1 - rho) · g²`, `δ = -√(d + epsilon) · g / √(a + epsilon)`, `d = rho · d + (1 -
/// rho) · δ²`, `w + rate · δ`. Defaults: learning rate 0.001 (the paper has 1), `rho` 0.95,
/// `epsilon` 1e-7. Source: Zeiler, arXiv 1212.5701.
public final class Adadelta extends Optimizer<Adadelta> {
    private double rho = 0.95;
    private double epsilon = 1e-7;

    private Adadelta() {
        super("adadelta", 0.001);
    }

    /// With the learning rate 0.001.
    public static Adadelta of() {
        return new Adadelta();
    }

    /// With this learning rate.
    public static Adadelta of(double learningRate) {
        return new Adadelta().learningRate(learningRate);
    }

    /// With this share of the means kept at each step. Default: 0.95.
    public Adadelta rho(double rho) {
        return with(o -> o.rho = rho);
    }

    /// With this added to the means, against divisions by 0. Default: 1e-7.
    public Adadelta epsilon(double epsilon) {
        return with(o -> o.epsilon = epsilon);
    }

    @Override
    protected Tensor update(Update u, Tensor weight, Tensor gradient) {
        var squares = u.value("accumulated_grad").mul(rho).add(gradient.square().mul(1 - rho));
        u.assign("accumulated_grad", squares);
        var moves = u.value("accumulated_delta_var");
        var move = root(moves).mul(gradient).div(root(squares)).neg();
        u.assign("accumulated_delta_var", moves.mul(rho).add(move.square().mul(1 - rho)));
        return weight.add(move.mul(u.rate()));
    }

    @Override
    public Options options() {
        return super.options()
                .and("rho", double.class, rho, v -> rho = v)
                .and("epsilon", double.class, epsilon, v -> epsilon = v);
    }

    private Tensor root(Tensor mean) {
        return mean.add(epsilon).sqrt();
    }
}
