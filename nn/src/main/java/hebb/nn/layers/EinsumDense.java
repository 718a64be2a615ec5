package hebb.nn.layers;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// `activation(einsum(equation, x, kernel) + bias)`: a layer like [Dense] that says by letters
/// which axes are connected.
///
/// `EinsumDense.of("abc,cd->abd", -1, 64)` is `Dense.of(64)` on an input (batch, steps, features).
/// In the equation `...` may stand in front of the input's and the result's letters, or behind
/// both.
///
/// - weights: `kernel`, of the axes of the equation's second term; `bias`, if there are `biasAxes`
///
/// Defaults: no bias, no activation, kernel Glorot's uniform, bias zeros.
public final class EinsumDense extends Weighted<EinsumDense> {
    private static final Pattern PLAIN = Pattern.compile("([a-zA-Z]+),([a-zA-Z]+)->([a-zA-Z]+)");
    private static final Pattern LEFT =
            Pattern.compile("\\.{3}([a-zA-Z]+),([a-zA-Z]+)->\\.{3}([a-zA-Z]+)");
    private static final Pattern RIGHT =
            Pattern.compile("([a-zA-Z]{2,})\\.{3},([a-zA-Z]+)->([a-zA-Z]+)\\.{3}");

    private String equation;
    private int[] outputShape;
    private Optional<String> biasAxes = Optional.empty();

    private EinsumDense(String equation, int... outputShape) {
        this.equation = equation;
        this.outputShape = outputShape;
    }

    /// With this equation, and the lengths of the result's axes but for the batch and those of
    /// `...`; -1 stands for that of the input.
    public static EinsumDense of(String equation, int... outputShape) {
        if (terms(equation).isEmpty()) {
            throw HebbException.of("EinsumDense", "not an equation of an input and a kernel")
                    .received("'" + equation + "'")
                    .expected("'ab,bc->ac', '...b,bc->...c' or 'ab...,bc->ac...'");
        }
        return new EinsumDense(equation, outputShape.clone());
    }

    private static Optional<Matcher> terms(String equation) {
        return Stream.of(PLAIN, LEFT, RIGHT)
                .map(p -> p.matcher(equation))
                .filter(Matcher::matches)
                .findFirst();
    }

    /// With a bias for each position of these axes of the result, named by their letters. Default:
    /// no bias.
    public EinsumDense biasAxes(String biasAxes) {
        return with(l -> l.biasAxes = Optional.of(biasAxes));
    }

    /// The equation for inputs of one shape: where each letter's axis lies.
    private record Fitted(
            String input,
            String kernel,
            String output,
            Shape x,
            Shape y,
            int unnamed,
            boolean left) {
        private int shift() {
            return left ? unnamed : 0;
        }

        Optional<Integer> lengthInResult(int label) {
            int at = output.indexOf(label);
            return at < 0 ? Optional.empty() : Optional.of(y.dim(at + shift()));
        }

        Optional<Integer> lengthInInput(int label) {
            int at = input.indexOf(label);
            return at < 0 ? Optional.empty() : Optional.of(x.dim(at + shift()));
        }

        int[] kernelAxes(boolean inResult) {
            return IntStream.range(0, kernel.length())
                    .filter(i -> (output.indexOf(kernel.charAt(i)) >= 0) == inResult)
                    .toArray();
        }
    }

    @Override
    protected Tensor call(Scope s, Tensor input) {
        var x = Inputs.floating(s, input);
        var fitted = fitted(s, x.shape());
        var dims =
                fitted.kernel()
                        .chars()
                        .map(c ->
                                fitted.lengthInResult(c)
                                        .or(() -> fitted.lengthInInput(c))
                                        .orElseThrow(() -> unmatched(s, c)))
                        .toArray();
        var kernel = kernel(s, fitted.kernelAxes(false), fitted.kernelAxes(true), dims);
        var y = Tensor.einsum(equation, x, kernel);
        return activated(biasAxes.map(axes -> y.add(bias(s, bias(s, fitted, axes)))).orElse(y));
    }

    private HebbException unmatched(Scope s, int label) {
        return s.wrong("an axis of the kernel is neither the input's nor the result's")
                .received("'" + (char) label + "' in '" + equation + "'");
    }

    private Fitted fitted(Scope s, Shape x) {
        var terms = terms(equation).orElseThrow();
        var in = Objects.requireNonNull(terms.group(1));
        var out = Objects.requireNonNull(terms.group(3));
        int unnamed = x.rank() - in.length();
        boolean left = equation.startsWith("...");
        if (unnamed < 0 || (unnamed > 0 && !equation.contains("..."))) {
            throw s.wrong("the equation does not fit the input")
                    .received(x + " in '" + equation + "'")
                    .expected("an axis for each letter of '" + in + "'");
        }
        var y = resultShape(x, unnamed, left);
        if (y.rank() != out.length() + unnamed) {
            throw s.wrong("output_shape does not fit the equation")
                    .received(Arrays.toString(outputShape) + " in '" + equation + "'")
                    .expected("a length for each axis of '" + out + "' but the batch");
        }
        var open = new Fitted(in, Objects.requireNonNull(terms.group(2)), out, x, y, unnamed, left);
        return new Fitted(in, open.kernel(), out, x, closed(s, open), unnamed, left);
    }

    /// With the batch, and the axes of `...`, which are the input's.
    private Shape resultShape(Shape x, int unnamed, boolean left) {
        var named = Shape.of(outputShape);
        if (left) {
            return named.prepend(x.slice(0, Math.max(unnamed, 1)).dims());
        }
        return named.prepend(x.dim(0)).append(x.slice(x.rank() - unnamed, x.rank()).dims());
    }

    /// The result's shape, where lengths that are left open are the input's.
    private Shape closed(Scope s, Fitted open) {
        var y = open.y();
        for (int i = 0; i < open.output().length(); i++) {
            int axis = i + open.shift();
            int own = y.dim(axis);
            var given = open.lengthInInput(open.output().charAt(i));
            if (given.isPresent() && own >= 0 && given.get() >= 0 && own != given.get()) {
                throw s.wrong("output_shape does not fit the input")
                        .received(y + " for " + open.x() + " in '" + equation + "'")
                        .expected(given.get() + " along '" + open.output().charAt(i) + "'");
            }
            y = y.with(axis, own < 0 ? given.orElse(own) : own);
        }
        return y;
    }

    /// From the first axis that has a bias to the last: its length there, and 1 along others.
    private int[] bias(Scope s, Fitted fitted, String axes) {
        var out = fitted.output();
        if (axes.isEmpty() || axes.chars().anyMatch(c -> out.indexOf(c) < 0)) {
            throw s.wrong("bias_axes names an axis that the result does not have")
                    .received("'" + axes + "' in '" + equation + "'")
                    .expected("letters of '" + out + "'");
        }
        int first = axes.chars().map(out::indexOf).min().orElseThrow();
        var named =
                out.substring(first)
                        .chars()
                        .map(c -> axes.indexOf(c) < 0 ? 1 : fitted.lengthInResult(c).orElse(1));
        var behind = IntStream.generate(() -> 1).limit(fitted.left() ? 0 : fitted.unnamed());
        return IntStream.concat(named, behind).toArray();
    }

    @Override
    public Options options() {
        return Options.of("output_shape", int[].class, outputShape, v -> outputShape = v)
                .and("equation", String.class, equation, v -> equation = v)
                .and(activationOption())
                .optional("bias_axes", String.class, biasAxes, v -> biasAxes = v)
                .and(ruleOptions(kernelChoice()));
    }
}
