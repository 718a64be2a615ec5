package hebb.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Runs a plan on paper: follows which value lies where, and fails where a step would read a value
/// that is not there (not yet computed, or overwritten too early), or where a result is missing at
/// the end.
///
/// A mistake found here is a fault of the passes, not of the user.
public final class Verify {
    private final List<Held> held = new ArrayList<>();

    private Verify() {}

    /// Elements `from` to before `to` of one array. Arrays are told apart by `equals`.
    public record Region(Object array, long from, long to) {
        boolean overlaps(Region other) {
            return array.equals(other.array) && from < other.to && other.from < to;
        }
    }

    /// A value (or, where that is null, something nobody reads later) in its place.
    public record Held(Object value, Region region) {}

    /// What a step reads, then writes. A write may go to the very place of a read that is
    /// `inPlace`.
    public record Step(String name, List<Held> reads, List<Held> writes, Set<Held> inPlace) {}

    /// Checks the steps in their order, given what lies where at the beginning and must at the end.
    public static void check(List<Held> given, List<Step> steps, List<Held> results) {
        var verify = new Verify();
        verify.held.addAll(given);
        for (var step : steps) {
            verify.step(step);
        }
        for (var result : results) {
            verify.require(result, "the end");
        }
    }

    private void step(Step step) {
        for (var read : step.reads) {
            require(read, step.name);
        }
        for (int i = 0; i < step.writes.size(); i++) {
            var target = step.writes.get(i).region;
            for (var read : step.reads) {
                boolean same = step.inPlace.contains(read) && read.region.equals(target);
                if (read.region.overlaps(target) && !same) {
                    throw fault(step.name, "overwrites " + read + " while it is read");
                }
            }
            for (var other : step.writes.subList(0, i)) {
                if (other.region.overlaps(target)) {
                    throw fault(step.name, "writes two values to " + target);
                }
            }
            held.removeIf(h -> h.region.overlaps(target));
        }
        held.addAll(step.writes);
    }

    private void require(Held wanted, String by) {
        if (wanted.region.from < wanted.region.to && !held.contains(wanted)) {
            throw fault(by, "finds no " + wanted);
        }
    }

    private static IllegalStateException fault(String step, String what) {
        return new IllegalStateException("plan: " + step + " " + what);
    }
}
