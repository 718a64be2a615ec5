package hebb.cpu.work;

/// A function applied to each value as it is stored.
public enum Activation {
    /// The value itself.
    NONE,
    /// `max(x, 0)` as [Math#max(float, float)] has it: NaN stays NaN, -0 becomes +0.
    RELU
}
