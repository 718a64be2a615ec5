package hebb.io.keras;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.io.hdf5.StoredData;
import hebb.nn.Weight;
import java.util.ArrayList;
import java.util.List;

/// Values for weights, gathered and checked before the first of them is given.
final class Fill {
    private final List<Weight> weights = new ArrayList<>();
    private final List<StoredData> values = new ArrayList<>();

    /// Whether a value has the shape of a weight.
    static boolean fits(Weight weight, StoredData value) {
        return value.shape().equals(weight.shape().stream().mapToObj(d -> (long) d).toList());
    }

    /// Whether there are as many values as weights, and each has its weight's shape.
    static boolean fit(List<Weight> weights, List<StoredData> values) {
        boolean fit = weights.size() == values.size();
        for (int i = 0; fit && i < values.size(); i++) {
            fit = fits(weights.get(i), values.get(i));
        }
        return fit;
    }

    /// Notes the value of a weight.
    ///
    /// @throws HebbException if it has another shape
    void add(Weight weight, StoredData value) {
        if (!fits(weight, value)) {
            throw HebbException.of(value.place(), "the shape is not that of the weight")
                    .received(value)
                    .expected(weight);
        }
        weights.add(weight);
        values.add(value);
    }

    /// Gives the weights their values.
    void run() {
        for (int i = 0; i < weights.size(); i++) {
            weights.get(i).assign(tensor(values.get(i), weights.get(i).shape()));
        }
    }

    static Tensor tensor(StoredData data, Shape shape) {
        var array = data.array();
        var type =
                switch (array) {
                    case float[] _ -> DType.FLOAT32;
                    case double[] _ -> DType.FLOAT64;
                    case int[] _ -> DType.INT32;
                    case long[] _ -> DType.INT64;
                    default -> DType.UINT8;
                };
        return Tensor.of(array, new Spec(shape, type));
    }
}
