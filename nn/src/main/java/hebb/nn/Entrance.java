package hebb.nn;

import hebb.core.shape.HebbException;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.data.text.Strings;
import hebb.nn.layers.Input;
import java.util.List;
import java.util.Optional;

/// Where tensors enter a model: at an input of numbers, or behind a layer that made numbers of the
/// texts of an input.
///
/// @param made what that layer makes
record Entrance(Input input, Optional<Symbol> made) {
    /// The node that what enters is the result of.
    Object node() {
        return made.<Object>map(Symbol::made).orElse(input);
    }

    Spec spec() {
        return made.map(Symbol::spec).orElse(input.spec());
    }

    /// What enters of these inputs, texts or tensors.
    static List<Tensor> numbers(String model, List<Entrance> entrances, List<?> xs) {
        var inputs = entrances.stream().map(Entrance::input).distinct().toList();
        if (inputs.size() != xs.size()) {
            throw HebbException.of("numbers of '" + model + "'", "the number of inputs is wrong")
                    .received(xs.size())
                    .expected(inputs.size());
        }
        return entrances.stream()
                .map(e -> e.number(model, xs.get(inputs.indexOf(e.input))))
                .toList();
    }

    private Tensor number(String model, Object x) {
        if (x instanceof Strings texts && made.isPresent()) {
            return made.get().made().apply(fitted(texts));
        } else if (x instanceof Tensor numbers && made.isEmpty()) {
            return numbers;
        }
        throw HebbException.of("numbers of '" + model + "'", "the data are not those of the input")
                .received(x.getClass().getSimpleName() + " for " + input)
                .expected("Strings for an Input of texts, a tensor for one of numbers");
    }

    /// Keras's leniency: a last axis of length 1 may be missing, or be there too much.
    private Strings fitted(Strings texts) {
        var shape = texts.shape();
        int rank = input.spec().shape().rank();
        if (shape.rank() == rank - 1) {
            return new Strings(shape.append(1), texts.values());
        }
        boolean isTooMuch = shape.rank() == rank + 1 && shape.dim(-1) == 1;
        return isTooMuch ? new Strings(shape.slice(0, rank), texts.values()) : texts;
    }
}
