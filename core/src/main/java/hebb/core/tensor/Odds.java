package hebb.core.tensor;

import hebb.core.shape.HebbException;
import java.util.Arrays;

/// How likely each of some positions is, for [NumpyRandom#choice(Tensor, boolean, int...)].
final class Odds {
    private static final double TOLERANCE = Math.sqrt(Math.ulp(1.0)); // numpy's

    private final double[] probabilities;

    private Odds(double... probabilities) {
        this.probabilities = probabilities;
    }

    static Odds of(Tensor probabilities) {
        var p = probabilities.toDoubles();
        if (probabilities.rank() != 1 || Arrays.stream(p).anyMatch(v -> !(v >= 0))) {
            throw wrong("the probabilities are not numbers from 0 in a row")
                    .received(probabilities);
        }
        double sum = Arrays.stream(p).sum();
        if (!(Math.abs(sum - 1) <= TOLERANCE)) {
            throw wrong("the probabilities do not sum to 1").received(sum).expected(1);
        }
        return new Odds(p);
    }

    private static HebbException wrong(String what) {
        return HebbException.of("NumpyRandom.choice", what);
    }

    int possible() {
        return (int) Arrays.stream(probabilities).filter(p -> p > 0).count();
    }

    void remove(long... positions) {
        for (long position : positions) {
            probabilities[(int) position] = 0;
        }
    }

    /// For each number of [0, 1) the position whose share of the whole it falls into.
    long[] pick(double... uniform) {
        var shares = probabilities.clone();
        for (int i = 1; i < shares.length; i++) {
            shares[i] += shares[i - 1];
        }
        double whole = shares[shares.length - 1];
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= whole;
        }
        return Arrays.stream(uniform).mapToLong(u -> firstBeyond(shares, u)).toArray();
    }

    private static long firstBeyond(double[] shares, double u) {
        int low = 0;
        int high = shares.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (shares[middle] > u) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
