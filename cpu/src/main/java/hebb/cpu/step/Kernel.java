package hebb.cpu.step;

import hebb.core.op.Node;
import hebb.core.shape.DType;
import hebb.cpu.work.Work;
import java.util.List;

/// How a stage is computed: work, and what its operand slots hold.
///
/// - `name`: for people
/// - `slots`: the values, slot by slot; roots in the sense of `Views`
/// - `temporaries`: memory for this step alone, in the slots behind
/// - `scratch`: the element type of the work's own scratch memory
public record Kernel(
        String name, Work work, List<Node> slots, List<Temporary> temporaries, DType scratch) {
    public Kernel {
        slots = List.copyOf(slots);
        temporaries = List.copyOf(temporaries);
    }

    /// Work without memory of its own.
    public Kernel(String name, Work work, List<Node> slots) {
        this(name, work, slots, List.of(), DType.FLOAT32);
    }

    /// Memory of `size` elements.
    public record Temporary(DType dtype, int size) {}
}
