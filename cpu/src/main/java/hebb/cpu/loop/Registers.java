package hebb.cpu.loop;

import hebb.cpu.step.Kernel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The registers of a loop: block-sized pieces of scratch memory, of each bank in a slot of its
/// own, for each thread.
final class Registers {
    private final int threads;
    private final int firstSlot;
    private final Map<Bank, File> files = new EnumMap<>(Bank.class);
    private final List<File> inOrder =
            new ArrayList<>(); // of first use, which is that of their slots
    private boolean reusing = true;

    /// For so many threads, in the slots from `firstSlot` on.
    Registers(int threads, int firstSlot) {
        this.threads = threads;
        this.firstSlot = firstSlot;
    }

    /// A register that is free, for a while.
    Ref take(Bank bank) {
        var file = file(bank);
        return file.free.isEmpty() ? keep(bank) : file.free.pop();
    }

    /// A register for good.
    Ref keep(Bank bank) {
        int base = file(bank).add(1) * threads;
        return new Ref(file(bank).slot, base, LoopBuilder.BLOCK, 0, false);
    }

    /// Two registers side by side for good, which hold `period` floats, at most a block of them,
    /// over and over: a block of them begins anywhere in the first.
    Ref cycle(int period) {
        int base = file(Bank.FLOATS).add(2) * threads;
        return new Ref(file(Bank.FLOATS).slot, base, 2 * LoopBuilder.BLOCK, 1, period, false);
    }

    /// Lets others take it, if it is a register.
    void give(Ref ref) {
        for (var file : inOrder) {
            if (reusing && file.slot == ref.slot()) {
                file.free.push(ref);
            }
        }
    }

    /// From now on each register is taken once.
    void stopReusing() {
        reusing = false;
        inOrder.forEach(file -> file.free.clear());
    }

    /// The memory of all of them.
    List<Kernel.Temporary> temporaries() {
        return inOrder.stream()
                .map(file ->
                        new Kernel.Temporary(
                                file.bank.dtype, file.count * LoopBuilder.BLOCK * threads))
                .toList();
    }

    private File file(Bank bank) {
        return files.computeIfAbsent(
                bank,
                b -> {
                    var file = new File(b, firstSlot + inOrder.size());
                    inOrder.add(file);
                    return file;
                });
    }

    private static final class File {
        final Bank bank;
        final int slot;
        final Deque<Ref> free = new ArrayDeque<>();
        int count;

        File(Bank bank, int slot) {
            this.bank = bank;
            this.slot = slot;
        }

        /// Has so many more registers; returns where in the memory of one thread they begin.
        int add(int more) {
            int begin = count * LoopBuilder.BLOCK;
            count += more;
            return begin;
        }
    }
}
