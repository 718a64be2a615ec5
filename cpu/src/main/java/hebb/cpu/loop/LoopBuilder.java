package hebb.cpu.loop;

import hebb.core.op.Binary;
import hebb.core.op.Broadcast;
import hebb.core.op.Cast;
import hebb.core.op.Compare;
import hebb.core.op.CustomGradient;
import hebb.core.op.Iota;
import hebb.core.op.Node;
import hebb.core.op.Random;
import hebb.core.op.Select;
import hebb.core.op.Unary;
import hebb.core.plan.Stage;
import hebb.core.plan.Views;
import hebb.core.shape.Broadcasting;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.cpu.move.Strided;
import hebb.cpu.step.Kernel;
import hebb.cpu.work.Work;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Translates a pointwise stage into a [Loop].
///
/// Values between instructions live in registers, block-sized pieces of scratch that are used again once their value is
/// read no more; operands that need neither converting nor repeating are read, and outputs written, where they lie.
public final class LoopBuilder {
    /// Elements in a block: a few registers of it fit the first cache.
    static final int BLOCK = 1024;

    private final Stage stage;
    private final Shape shape;
    private final Routines routines;
    private final Set<Node> late;
    private final int threads;

    private final List<Node> slots = new ArrayList<>();
    private final List<Instruction> once = new ArrayList<>();
    private final List<Instruction> body = new ArrayList<>();
    private final List<Instruction> stores = new ArrayList<>();
    private final Map<Node, Ref> values = new HashMap<>();
    private final Map<Node, Integer> lastUse = new HashMap<>();
    private final Map<Bank, Registers> registers = new LinkedHashMap<>(); // as first used
    private int now;
    private @Nullable Instruction store; // what the current node still needs to reach its place

    private LoopBuilder(Stage stage, Set<Node> late, int threads, boolean vectors) {
        this.stage = stage;
        this.shape = stage.outputs().getFirst().shape();
        this.routines = Routines.of(vectors);
        this.late = late;
        this.threads = threads;
    }

    /// The kernel of a stage whose nodes are all pointwise and of one shape.
    ///
    /// - `late`: outputs whose place is that of an input which the stage still reads behind them: they are written when the
    ///   block is done
    public static Kernel build(Stage stage, Set<Node> late, int threads, boolean vectors) {
        return new LoopBuilder(stage, late, threads, vectors).build();
    }

    private Kernel build() {
        for (var input : stage.inputs()) {
            int _ = slot(Views.root(input));
        }
        for (var output : stage.outputs()) {
            int _ = slot(output);
        }
        for (int i = 0; i < stage.nodes().size(); i++) {
            for (var input : stage.nodes().get(i).inputs()) {
                lastUse.put(unrepeated(input), i);
            }
        }
        for (var node : stage.nodes()) {
            if (!(node.op() instanceof Broadcast) || stage.outputs().contains(node)) {
                translate(node);
            }
            now++;
        }
        body.addAll(stores);
        var temporaries = new ArrayList<Kernel.Temporary>();
        registers.forEach((bank, own) ->
                temporaries.add(new Kernel.Temporary(bank.dtype, own.count * BLOCK * threads)));
        var work = Work.of(new Loop(shape.size(), BLOCK, once, body));
        return new Kernel("loop", work, slots, temporaries, DType.FLOAT32);
    }

    private void translate(Node node) {
        var bank = Bank.of(node.dtype());
        switch (node.op()) {
            case Unary op -> {
                var x = operand(node.input(0), false);
                var to = target(node, bank);
                body.add(
                        switch (bank) {
                            case FLOATS -> new FloatInstructions.Single(routines.of(op), x, to);
                            case DOUBLES -> new DoubleInstructions.Single(op, x, to);
                            case LONGS -> new LongInstructions.Single(op, node.dtype(), x, to);
                        });
            }
            case Binary op -> {
                var x = operand(node.input(0), true);
                var z = operand(node.input(1), !x.single());
                var to = target(node, bank);
                body.add(
                        switch (bank) {
                            case FLOATS -> new FloatInstructions.Pair(routines.of(op), x, z, to);
                            case DOUBLES -> new DoubleInstructions.Pair(op, x, z, to);
                            case LONGS -> new LongInstructions.Pair(op, node.dtype(), x, z, to);
                        });
            }
            case Compare op -> {
                var x = operand(node.input(0), true);
                var z = operand(node.input(1), !x.single());
                var to = target(node, bank);
                body.add(
                        switch (Bank.of(node.input(0).dtype())) {
                            case FLOATS -> new FloatInstructions.Pair(routines.of(op), x, z, to);
                            case DOUBLES -> new DoubleInstructions.Test(op, x, z, to);
                            case LONGS -> new LongInstructions.Test(op, x, z, to);
                        });
            }
            case Select _ -> {
                var condition = operand(node.input(0), false);
                var x = operand(node.input(1), true);
                var z = operand(node.input(2), true);
                var to = target(node, bank);
                body.add(
                        switch (bank) {
                            case FLOATS ->
                                    new FloatInstructions.Choice(
                                            routines.choice(), condition, x, z, to);
                            case DOUBLES -> new DoubleInstructions.Choice(condition, x, z, to);
                            case LONGS -> new LongInstructions.Choice(condition, x, z, to);
                        });
            }
            case Cast op -> {
                var x = operand(node.input(0), true);
                var from = Bank.of(node.input(0).dtype());
                body.add(new Conversions.Convert(from, op.dtype(), x, target(node, bank)));
            }
            case Broadcast _, CustomGradient _ -> {
                var x = operand(node.input(0), true);
                body.add(new Conversions.Convert(bank, bank.dtype, x, target(node, bank)));
            }
            case Iota op -> {
                int axis = shape.axis(op.axis());
                int inner = shape.slice(axis + 1, shape.rank()).size();
                int length = shape.dim(axis);
                if (bank == Bank.LONGS) {
                    var to = target(node, bank);
                    body.add(new LongInstructions.Count(node.dtype(), inner, length, to));
                } else {
                    var whole = registers(Bank.LONGS).take();
                    body.add(new LongInstructions.Count(DType.INT64, inner, length, whole));
                    var to = target(node, bank);
                    body.add(new Conversions.Convert(Bank.LONGS, node.dtype(), whole, to));
                    registers(Bank.LONGS).give(whole);
                }
            }
            case Random op -> {
                var seed = operand(node.input(0), true);
                var step = operand(node.input(1), true);
                var to = target(node, bank);
                body.add(
                        new FloatInstructions.Draw(
                                op.kind(), op.streamKey(), bank, seed, step, to));
            }
            default -> throw new IllegalStateException(node + " is not pointwise");
        }
        if (store != null) {
            body.add(store);
            store = null;
        }
        release(node);
        if (!lastUse.containsKey(node)) {
            give(node); // an output that has been stored
        }
    }

    /// Where the values of an operand of the current node are found; `single` if one value for all will do.
    private Ref operand(Node node, boolean single) {
        var x = unrepeated(node);
        var known = values.get(x);
        if (known != null && (single || !known.single())) {
            return known;
        }
        var strided = Strided.of(shape, 0, Broadcasting.strides(x.shape(), shape));
        var bank = Bank.of(x.dtype());
        int slot = slot(Views.root(x));
        Ref ref;
        if (strided.isContiguous() && bank.stores(x.dtype())) {
            ref = Ref.tensor(slot);
        } else if (strided.isRepeated() && single) {
            if (bank.stores(x.dtype())) {
                ref = Ref.scalar(slot);
            } else {
                var register = registers(bank).keep();
                once.add(new Conversions.Load(x.dtype(), slot, strided, register));
                ref = new Ref(register.slot(), register.base(), register.perThread(), 0, true);
            }
        } else {
            ref = registers(bank).take();
            body.add(new Conversions.Load(x.dtype(), slot, strided, ref));
        }
        values.put(x, ref);
        return ref;
    }

    /// Where the current node's values go: straight to its place if it has one that can take them now.
    private Ref target(Node node, Bank bank) {
        boolean output = stage.outputs().contains(node);
        if (output && bank.stores(node.dtype()) && !late.contains(node)) {
            var ref = Ref.tensor(slot(node));
            values.put(node, ref);
            return ref;
        }
        var ref = registers(bank).take();
        values.put(node, ref);
        if (output) {
            var toPlace = new Conversions.Store(node.dtype(), ref, Ref.tensor(slot(node)));
            if (late.contains(node)) {
                stores.add(toPlace);
                lastUse.put(node, Integer.MAX_VALUE);
            } else {
                store = toPlace;
            }
        }
        return ref;
    }

    /// Frees the registers of what the current node was the last to read.
    private void release(Node node) {
        var seen = new HashSet<Node>();
        for (var input : node.inputs()) {
            var x = unrepeated(input);
            if (lastUse.getOrDefault(x, -1) == now && seen.add(x)) {
                give(x);
            }
        }
    }

    private void give(Node node) {
        var ref = values.get(node);
        if (ref != null && !ref.single() && ref.perElement() == 0) {
            for (var bank : registers.values()) {
                if (bank.slot == ref.slot()) {
                    bank.give(ref);
                }
            }
        }
    }

    /// What a broadcast of this stage repeats; other nodes are themselves.
    private Node unrepeated(Node node) {
        var n = node;
        while (n.op() instanceof Broadcast && stage.nodes().contains(n)) {
            n = n.input(0);
        }
        return n;
    }

    private Registers registers(Bank bank) {
        return registers.computeIfAbsent(bank, _ -> new Registers(slots.size() + registers.size()));
    }

    private int slot(Node root) {
        int slot = slots.indexOf(root);
        if (slot < 0) {
            slots.add(root);
            slot = slots.size() - 1;
        }
        return slot;
    }

    /// The registers of one type.
    private final class Registers {
        final int slot;
        final Deque<Ref> free = new ArrayDeque<>();
        int count;

        Registers(int slot) {
            this.slot = slot;
        }

        Ref take() {
            return free.isEmpty() ? keep() : free.pop();
        }

        void give(Ref ref) {
            free.push(ref);
        }

        Ref keep() {
            // per thread and per register the same distance: thread t's registers lie interleaved
            // with the others'
            return new Ref(slot, count++ * BLOCK * threads, BLOCK, 0, false);
        }
    }
}
