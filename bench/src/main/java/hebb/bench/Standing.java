package hebb.bench;

import hebb.bench.Contender.Side;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What every contender needed for a step of one network, measured side by side.
record Standing(Network network, List<Entry> entries) {
    /// Two halves of a run that lie further apart than this were disturbed.
    private static final double STEADY = 0.15;

    /// One contender's figures; `bytes` is what a step allocates, counted for Hebb only.
    record Entry(Contender contender, WarmUp warmUp, StepTimes times, double loss, double bytes) {}

    /// Hebb as it is delivered, not a variant of it.
    Entry hebb() {
        return entries.stream()
                .filter(e -> e.contender().side() == Side.HEBB && e.contender().form().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /// The form of a framework with the lowest median.
    Optional<Entry> best(Side side) {
        return entries.stream()
                .filter(e -> e.contender().side() == side)
                .min(Comparator.comparingDouble(e -> e.times().median()));
    }

    /// How many times as long as Hebb the faster of Keras and PyTorch takes, median to median.
    Optional<Double> ratio() {
        return rivals().map(e -> e.times().median() / hebb().times().median())
                .min(Comparator.naturalOrder());
    }

    /// Whether the figures that make the ratio differ by no more than 15 % between the two halves.
    boolean steady() {
        return Stream.concat(Stream.of(hebb()), rivals())
                .allMatch(e -> e.times().drift() <= STEADY);
    }

    private Stream<Entry> rivals() {
        return Stream.of(Side.KERAS, Side.PYTORCH).flatMap(side -> best(side).stream());
    }
}
