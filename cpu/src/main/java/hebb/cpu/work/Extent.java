package hebb.cpu.work;

/// How many there are of what there is room for, of rows for example: known only when a step runs,
/// where it depends on values.
@FunctionalInterface
public interface Extent {
    /// As many as these operands say.
    int of(Operands operands);

    /// Always so many.
    static Extent of(int count) {
        return _ -> count;
    }
}
