package hebb.zoo;

import hebb.core.shape.HebbException;
import hebb.nn.Model;

/// Gives models the weights that were learned on ImageNet.
final class Pretrained {
    private Pretrained() {}

    /// From the file that was published for the model; without the top, the one with the top will
    /// do if it is the one that is there.
    ///
    /// @throws HebbException if neither can be had
    static void into(Model model, Architecture<?> architecture) {
        var own = architecture.published(architecture.hasTop());
        var whole = architecture.published(true).local();
        if (own.local().isEmpty() && whole.isPresent()) {
            copy(architecture.whole(whole.get()), model);
        } else {
            model.loadWeights(own.find());
        }
    }

    /// The weights that both have.
    static void copy(Model from, Model into) {
        for (var weight : into.weights()) {
            weight.assign(from.weights().value(weight.path()));
        }
    }
}
