package hebb.nn.layers;

/// Gated recurrent unit: one gate mixes the state with a candidate, the other decides how much of
/// the state the candidate sees. The formulas are at [GRUCell].
///
/// - input (batch, time, in), result (batch, units); with `returnSequences` (batch, time, units)
/// - weights: `kernel` (in, 3 units), `recurrent_kernel` (units, 3 units), `bias` (2, 3 units), or
///   (3 units) without `resetAfter`, all under `gru_cell`; in Keras's files under `cell`
///
/// Defaults: tanh, sigmoid for the gates, reset after the product, bias on, kernel Glorot's
/// uniform, recurrent kernel orthogonal, bias zeros. Source: Cho and others, arXiv 1406.1078.
public final class GRU extends GatedRNN<GRU, GRUCell> {
    private GRU(int units) {
        super(GRUCell.of(units).name("gru_cell"));
    }

    /// With this many units.
    public static GRU of(int units) {
        return new GRU(units);
    }

    /// Whether the reset gate comes after the product of the state and its kernel, or before.
    /// Default: after.
    public GRU resetAfter(boolean resetAfter) {
        return cell(c -> c.resetAfter(resetAfter));
    }
}
