package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import java.util.List;
import java.util.Optional;

/// Class numbers from 0 to `num_tokens` - 1 as rows of zeros and ones, or of counts.
///
/// A second input of the first one's shape says how much each number counts, for COUNT. Numbers
/// outside of the range are left out. Default: `output_mode` MULTI_HOT.
public final class CategoryEncoding extends Layer<CategoryEncoding> {
    private int numTokens;
    private OutputMode outputMode = OutputMode.MULTI_HOT;

    private CategoryEncoding(int numTokens) {
        this.numTokens = Require.positive("CategoryEncoding", "num_tokens", numTokens);
    }

    /// Of this many classes.
    public static CategoryEncoding of(int numTokens) {
        return new CategoryEncoding(numTokens);
    }

    /// ONE_HOT, MULTI_HOT or COUNT. Default: MULTI_HOT.
    public CategoryEncoding outputMode(OutputMode outputMode) {
        if (outputMode == OutputMode.INT || outputMode == OutputMode.TF_IDF) {
            throw HebbException.of("CategoryEncoding", "output_mode is not for class numbers")
                    .received(outputMode)
                    .expected("one_hot, multi_hot or count");
        }
        return with(l -> l.outputMode = outputMode);
    }

    @Override
    protected Tensor call(Scope s, Tensor x) {
        return encoded(s, x, Optional.empty());
    }

    @Override
    protected Tensor call(Scope s, List<Tensor> xs) {
        if (xs.size() != 2) {
            return super.call(s, xs);
        }
        if (outputMode != OutputMode.COUNT) {
            throw s.wrong("only counts can be weighted")
                    .received("a second input with output_mode " + outputMode)
                    .fix("CategoryEncoding.of(" + numTokens + ").outputMode(OutputMode.COUNT)");
        }
        return encoded(s, xs.getFirst(), Optional.of(Inputs.floating(s, xs.getLast())));
    }

    private Tensor encoded(Scope s, Tensor x, Optional<Tensor> weights) {
        return outputMode.encoded(x.cast(DType.INT32), numTokens, s.dtype(), weights);
    }

    @Override
    public Options options() {
        return Options.of("num_tokens", int.class, numTokens, v -> numTokens = v)
                .and("output_mode", OutputMode.class, outputMode, v -> outputMode = v);
    }
}
