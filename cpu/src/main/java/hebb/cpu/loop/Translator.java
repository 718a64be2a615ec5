package hebb.cpu.loop;

import hebb.core.op.Binary;
import hebb.core.op.Broadcast;
import hebb.core.op.Cast;
import hebb.core.op.Compare;
import hebb.core.op.Concat;
import hebb.core.op.CustomGradient;
import hebb.core.op.Iota;
import hebb.core.op.Node;
import hebb.core.op.Random;
import hebb.core.op.Select;
import hebb.core.op.Slice;
import hebb.core.op.Unary;
import hebb.core.plan.Fuse;
import hebb.core.plan.Stage;
import hebb.core.plan.Views;
import hebb.core.shape.Broadcasting;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.cpu.move.Strided;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One pass over a stage's nodes that turns them into instructions.
///
/// Values between instructions live in registers, which are used again once their value is read no
/// more; operands that need neither converting nor repeating are read, and outputs written, where
/// they lie.
final class Translator {
    /// With more of them in one method the JIT compiler stops inlining, and every vector becomes an
    /// object: an LSTM's gates, all five in one, allocated 79 MB a step of training and took longer
    /// than routine by routine. The second is the last that begins before C2 has made the 18,000
    /// nodes from which on it inlines nothing but the vector API itself.
    private static final int MOST_SERIES = 2;

    /// Blocks that make it pay to repeat a row before the first of them.
    private static final int MANY_BLOCKS = 8;

    private final Stage stage;
    private final Shape shape;
    private final Routines routines;
    private final Set<Node> late;
    private final List<Node> slots;
    private final Registers registers;

    private final List<Instruction> once = new ArrayList<>();
    private final List<Instruction> body = new ArrayList<>();
    private final List<Instruction> behind = new ArrayList<>();
    private final Map<Node, Ref> values = new HashMap<>();
    private final Map<Node, Integer> lastUse = new HashMap<>();
    private final Map<Node, List<Part>> placed = new HashMap<>(); // in concatenations
    private boolean cycles; // whether some operand is held as a cycle, for a block and not for more
    private int now;
    private @Nullable Instruction store; // what the current node still needs to reach its place

    /// A part of a concatenation in a slot.
    private record Part(int slot, Strided strided) {}

    /// - `late`: outputs that are written when the block is done
    /// - `slots`: the roots of what is read and written, slot by slot
    /// - `known`: inputs that are found elsewhere
    Translator(
            Stage stage,
            Set<Node> late,
            List<Node> slots,
            Map<Node, Ref> known,
            Registers registers,
            Routines routines) {
        this.stage = stage;
        this.shape = LoopBuilder.shape(stage);
        this.late = late;
        this.slots = slots;
        this.registers = registers;
        this.routines = routines;
        values.putAll(known);
        for (int i = 0; i < stage.nodes().size(); i++) {
            var node = stage.nodes().get(i);
            if (node.op() instanceof Concat) {
                place(node);
                continue;
            }
            for (var input : node.inputs()) {
                lastUse.put(unrepeated(input), i);
            }
        }
    }

    /// Notes where a concatenation has its parts.
    private void place(Node concat) {
        int slot = slots.indexOf(concat);
        var parts = Strided.ofParts(concat);
        for (int i = 0; i < parts.size(); i++) {
            var copies = placed.computeIfAbsent(concat.input(i), _ -> new ArrayList<>());
            copies.add(new Part(slot, parts.get(i)));
        }
    }

    /// The whole stage as a program.
    Loop.Program program() {
        for (var node : stage.nodes()) {
            if (isComputed(node)) {
                translate(node);
            }
            now++;
        }
        body.addAll(behind);
        return new Loop.Program(once, body);
    }

    /// The stage as an expression, with what must be computed before it; null if that would have to
    /// read what the expression computes, or if there is too little to gain.
    Loop.@Nullable Fused fused() {
        var expression = new Expression.Builder();
        var terms = new LinkedHashMap<Node, Integer>();
        for (var node : stage.nodes()) {
            if (isComputed(node)) {
                var inputs = node.inputs().stream().map(this::unrepeated).toList();
                if (Expression.supports(node)) {
                    var operands = new ArrayList<Integer>();
                    for (var input : inputs) {
                        var term = terms.get(input);
                        operands.add(
                                term != null
                                        ? term
                                        : expression.input(operand(input, true), input.dtype()));
                    }
                    terms.put(node, expression.term(node, operands));
                } else if (inputs.stream().anyMatch(terms::containsKey)) {
                    return null;
                } else {
                    translate(node);
                }
            }
        }
        if (terms.size() < 2 || expression.series() > MOST_SERIES) {
            return null;
        }
        terms.forEach((node, term) -> output(expression, node, term));
        boolean direct = body.isEmpty() && behind.isEmpty() && !cycles;
        return new Loop.Fused(
                Heat.of(expression.build()),
                new Loop.Program(once, body),
                expression.refs(),
                behind,
                direct,
                VectorMath.lanes());
    }

    private void output(Expression.Builder expression, Node node, int term) {
        if (stage.outputs().contains(node)) {
            if (Bank.FLOATS.stores(node.dtype())) {
                expression.output(term, Ref.tensor(slots.indexOf(node)));
            } else {
                var register = registers.keep(Bank.FLOATS);
                expression.output(term, register);
                behind.add(store(node, register));
            }
        }
        for (var part : placed.getOrDefault(node, List.of())) {
            var register = registers.keep(Bank.FLOATS);
            expression.output(term, register);
            behind.add(new Conversions.Place(node.dtype(), register, part.slot, part.strided));
        }
    }

    private boolean isComputed(Node node) {
        return !(node.op() instanceof Concat)
                && (!Fuse.isReadThrough(node) || stage.outputs().contains(node));
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
                var widened = widened(node, bank);
                if (widened != null) {
                    body.add(widened);
                } else {
                    var x = operand(node.input(0), true);
                    var from = Bank.of(node.input(0).dtype());
                    body.add(new Conversions.Convert(from, op.dtype(), x, target(node, bank)));
                }
            }
            case Broadcast _, CustomGradient _ -> {
                var x = operand(node.input(0), true);
                var to = target(node, bank);
                body.add(
                        x.single()
                                ? new Conversions.Convert(bank, bank.dtype, x, to)
                                : new Conversions.Store(bank.dtype, x, to));
            }
            case Iota op -> {
                int axis = shape.axis(op.axis());
                int inner = shape.slice(axis + 1, shape.rank()).size();
                int length = shape.dim(axis);
                if (bank == Bank.LONGS) {
                    var to = target(node, bank);
                    body.add(new LongInstructions.Count(node.dtype(), inner, length, to));
                } else {
                    var whole = registers.take(Bank.LONGS);
                    body.add(new LongInstructions.Count(DType.INT64, inner, length, whole));
                    var to = target(node, bank);
                    body.add(new Conversions.Convert(Bank.LONGS, node.dtype(), whole, to));
                    registers.give(whole);
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
        for (var part : placed.getOrDefault(node, List.of())) {
            var from = Objects.requireNonNull(values.get(node));
            body.add(new Conversions.Place(node.dtype(), from, part.slot, part.strided));
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

    /// Bytes that lie one behind the other, as pixels do, become floats without a detour.
    private @Nullable Instruction widened(Node node, Bank bank) {
        var x = unrepeated(node.input(0));
        boolean bytes = x.dtype() == DType.UINT8 && node.dtype() == DType.FLOAT32;
        int slot = slots.indexOf(Views.root(x));
        return bytes && slot >= 0 && x.shape().equals(shape) && !values.containsKey(x)
                ? new Conversions.Widen(Ref.tensor(slot), target(node, bank))
                : null;
    }

    /// Where the values of an operand of the current node are found; `single` if one value for all
    /// will do.
    private Ref operand(Node node, boolean single) {
        var x = unrepeated(node);
        var known = values.get(x);
        if (known != null && (single || !known.single())) {
            return known;
        }
        var ref = read(x, single);
        values.put(x, ref);
        return ref;
    }

    /// Brings an operand from outside the stage to where it can be read.
    private Ref read(Node x, boolean single) {
        boolean picked = x.op() instanceof Slice && stage.nodes().contains(x);
        var strided =
                picked
                        ? Strided.ofSlice(x, shape)
                        : Strided.of(shape, 0, Broadcasting.strides(x.shape(), shape));
        var bank = Bank.of(x.dtype());
        int slot = slots.indexOf(Views.root(picked ? x.input(0) : x));
        if (strided.isContiguous() && bank.stores(x.dtype())) {
            return Ref.tensor(slot, strided.offset());
        }
        if (strided.isRepeated() && single) {
            if (bank.stores(x.dtype())) {
                return Ref.scalar(slot, strided.offset());
            }
            var kept = registers.keep(bank);
            once.add(new Conversions.Load(x.dtype(), slot, strided, kept));
            return new Ref(kept.slot(), kept.base(), kept.perThread(), 0, true);
        }
        if (isCycle(strided, x)) {
            var cycle = registers.cycle(strided.period());
            once.add(new Conversions.Cycle(slot, strided.offset(), cycle));
            cycles = true;
            return cycle;
        }
        var ref = registers.take(bank);
        body.add(new Conversions.Load(x.dtype(), slot, strided, ref));
        return ref;
    }

    /// Whether an operand is one short row over and over, as a bias for each channel is, and for so
    /// many blocks that they should find it repeated already.
    private static boolean isCycle(Strided strided, Node x) {
        return x.dtype() == DType.FLOAT32
                && strided.isPeriodic()
                && strided.period() <= LoopBuilder.BLOCK
                && strided.size() >= MANY_BLOCKS * LoopBuilder.BLOCK;
    }

    /// Where the current node's values go: straight to its place if it has one that can take them
    /// now.
    private Ref target(Node node, Bank bank) {
        boolean output = stage.outputs().contains(node);
        if (output && bank.stores(node.dtype()) && !late.contains(node)) {
            var ref = Ref.tensor(slots.indexOf(node));
            values.put(node, ref);
            return ref;
        }
        var ref = registers.take(bank);
        values.put(node, ref);
        if (output) {
            var toPlace = store(node, ref);
            if (late.contains(node)) {
                behind.add(toPlace);
                lastUse.put(node, Integer.MAX_VALUE);
            } else {
                store = toPlace;
            }
        }
        return ref;
    }

    private Instruction store(Node node, Ref from) {
        return new Conversions.Store(node.dtype(), from, Ref.tensor(slots.indexOf(node)));
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
            registers.give(ref);
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
}
