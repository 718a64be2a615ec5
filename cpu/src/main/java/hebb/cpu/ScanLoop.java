package hebb.cpu;

import hebb.core.shape.DType;
import hebb.cpu.step.Bindings;
import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Runs a step's program at all times; a unit is a part of the batch.
final class ScanLoop implements Phase {
    private final Program[] programs; // of each part
    private final int times;
    private final boolean reverse;
    private final Window[] given;
    private final Lookup[] lookups;
    private final Made[] made;
    private final int[] next;
    private final Copy[] begins;
    private final Copy[] ends;
    private final Space[] spaces;
    private final AtomicReferenceArray<Frame> idle;
    private final long cost;

    /// - `programs`: of a part, and of the last if that differs
    /// - `given`: the arguments, states first
    /// - `lookups`: the arguments whose rows are to be looked up in a table
    /// - `made`: the results
    /// - `next`: of each state the result that is its next value
    /// - `begins`: where states go before the first step
    /// - `ends`: where they go behind the last
    /// - `spaces`: memory for the program
    ScanLoop(
            List<Program> programs,
            int parts,
            int times,
            boolean reverse,
            List<Window> given,
            List<Lookup> lookups,
            List<Made> made,
            List<Integer> next,
            List<Copy> begins,
            List<Copy> ends,
            List<Space> spaces) {
        this.programs = new Program[parts];
        for (int i = 0; i < parts; i++) {
            this.programs[i] = i < parts - 1 ? programs.getFirst() : programs.getLast();
        }
        this.times = times;
        this.reverse = reverse;
        this.given = given.toArray(Window[]::new);
        this.lookups = lookups.toArray(Lookup[]::new);
        this.made = made.toArray(Made[]::new);
        this.next = next.stream().mapToInt(Integer::intValue).toArray();
        this.begins = begins.toArray(Copy[]::new);
        this.ends = ends.toArray(Copy[]::new);
        this.spaces = spaces.toArray(Space[]::new);
        this.idle = new AtomicReferenceArray<>(parts);
        this.cost = programs.getFirst().cost() * times * parts;
    }

    /// Where something lies in an operand, part by part and time by time.
    ///
    /// - `begin`: in the first part at the first time
    /// - `part`, `time`: elements from one part to the next, from one time to the next
    /// - `turn`: further on at every second step
    record Window(int slot, int begin, int part, int time, int turn) {
        int at(Operands o, int part, int time, int step) {
            int begins = o.offset(slot) + begin + part * this.part;
            return begins + time * this.time + (step & 1) * turn;
        }
    }

    /// Rows of a table that become an argument at each time.
    ///
    /// - `table`: its slot
    /// - `numbers`: which rows, one int each, all of them in range
    /// - `rows`, `lastRows`: how many in each part, how many in the last
    /// - `width`: of a row
    record Lookup(int argument, int table, Window numbers, int rows, int lastRows, int width) {}

    /// Where a result goes, and where at the last step.
    record Made(Window window, Window last) {
        static Made at(Window window) {
            return new Made(window, window);
        }
    }

    /// A state to be copied: `size` elements of it, in the last part `lastSize`.
    record Copy(int state, Window to, int size, int lastSize) {}

    /// Memory of one type for the program.
    record Space(DType type, Window window) {}

    /// The operands of the program's steps for one part.
    private static final class Frame {
        final Bindings bindings;
        final Operands[] operands;

        Frame(Program program, int arguments, int results) {
            bindings = new Bindings(arguments, results);
            operands = program.operands();
        }

        void release() {
            bindings.release();
            for (var o : operands) {
                o.release();
            }
        }
    }

    @Override
    public int units() {
        return programs.length;
    }

    @Override
    public long cost() {
        return cost;
    }

    @Override
    public void run(int from, int to, int thread, Operands o) {
        for (int part = from; part < to; part++) {
            var frame = idle.getAndSet(part, null);
            if (frame == null) {
                frame = new Frame(programs[part], given.length, made.length);
            }
            run(part, programs[part], frame, o);
            frame.release();
            idle.set(part, frame);
        }
    }

    private void run(int part, Program program, Frame frame, Operands o) {
        var bindings = frame.bindings;
        for (var space : spaces) {
            var w = space.window;
            bindings.arena(space.type, o.array(w.slot), w.at(o, part, 0, 0));
        }
        for (int i = 0; i < given.length; i++) {
            var w = given[i];
            bindings.argument(i, o.array(w.slot), w.at(o, part, 0, 0));
        }
        if (times > 0) {
            int first = reverse ? times - 1 : 0;
            for (var copy : begins) {
                copy(copy, part, first, bindings, o);
            }
        }
        for (int step = 0; step < times; step++) {
            int time = reverse ? times - 1 - step : step;
            for (int i = 0; i < next.length && step > 0; i++) {
                bindings.argumentFromResult(i, next[i]);
            }
            for (int i = next.length; i < given.length; i++) {
                var w = given[i];
                bindings.argument(i, o.array(w.slot), w.at(o, part, time, step));
            }
            for (int i = 0; i < made.length; i++) {
                var w = step == times - 1 ? made[i].last : made[i].window;
                bindings.result(i, o.array(w.slot), w.at(o, part, time, step));
            }
            for (var lookup : lookups) {
                lookUp(lookup, part, time, bindings, o);
            }
            program.bind(frame.operands, bindings);
            program.run(frame.operands);
        }
        for (var copy : ends) {
            if (times > 0) {
                bindings.argumentFromResult(copy.state, next[copy.state]);
            }
            copy(copy, part, 0, bindings, o);
        }
    }

    private void lookUp(Lookup lookup, int part, int time, Bindings bindings, Operands o) {
        var table = o.array(lookup.table);
        var to = bindings.argument(lookup.argument);
        int at = bindings.argumentOffset(lookup.argument);
        int[] numbers = o.ints(lookup.numbers.slot);
        int first = lookup.numbers.at(o, part, time, 0);
        int end = first + (part == programs.length - 1 ? lookup.lastRows : lookup.rows);
        for (int i = first; i < end; i++) {
            int from = o.offset(lookup.table) + numbers[i] * lookup.width;
            System.arraycopy(table, from, to, at, lookup.width);
            at += lookup.width;
        }
    }

    private void copy(Copy copy, int part, int time, Bindings bindings, Operands o) {
        System.arraycopy(
                bindings.argument(copy.state),
                bindings.argumentOffset(copy.state),
                o.array(copy.to.slot),
                copy.to.at(o, part, time, 0),
                part == programs.length - 1 ? copy.lastSize : copy.size);
    }

    /// What it does, for people: with the steps of its program.
    @Override
    public String toString() {
        return "loop over %d times, in parts: %d, of%n%s%n"
                .formatted(times, programs.length, programs[0].plan().indent(8).stripTrailing());
    }
}
