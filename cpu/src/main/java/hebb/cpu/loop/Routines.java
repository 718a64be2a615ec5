package hebb.cpu.loop;

import hebb.core.op.Binary;
import hebb.core.op.Compare;
import hebb.core.op.Reduce;
import hebb.core.op.Unary;
import hebb.cpu.simd.Template;
import java.lang.invoke.MethodHandles;
import java.util.EnumMap;
import java.util.Map;

/// Chooses the inner loop of a float32 operation.
sealed interface Routines {
    /// With the Vector API or without.
    static Routines of(boolean vectors) {
        return vectors ? Vector.INSTANCE : Scalar.INSTANCE;
    }

    FloatRoutine.Single of(Unary op);

    FloatRoutine.Pair of(Binary op);

    FloatRoutine.Pair of(Compare op);

    FloatRoutine.Folding of(Reduce.Kind kind);

    FloatRoutine.Choice choice();

    /// Plain loops.
    final class Scalar implements Routines {
        static final Scalar INSTANCE = new Scalar();

        private final FloatRoutine.Choice choice = new ScalarRoutines.Choice();

        @Override
        public FloatRoutine.Single of(Unary op) {
            return new ScalarRoutines.Single(op);
        }

        @Override
        public FloatRoutine.Pair of(Binary op) {
            return new ScalarRoutines.Pair(op);
        }

        @Override
        public FloatRoutine.Pair of(Compare op) {
            return new ScalarRoutines.Test(op);
        }

        @Override
        public FloatRoutine.Folding of(Reduce.Kind kind) {
            return new ScalarFold(kind);
        }

        @Override
        public FloatRoutine.Choice choice() {
            return choice;
        }
    }

    /// Vector loops where there are some, each made once per process.
    final class Vector implements Routines {
        static final Vector INSTANCE = new Vector();

        private final Map<Unary, FloatRoutine.Single> singles = new EnumMap<>(Unary.class);
        private final Map<Binary, FloatRoutine.Pair> pairs = new EnumMap<>(Binary.class);
        private final Map<Compare, FloatRoutine.Pair> tests = new EnumMap<>(Compare.class);
        private final Map<Reduce.Kind, FloatRoutine.Folding> folds =
                new EnumMap<>(Reduce.Kind.class);
        private final FloatRoutine.Choice choice = new VectorChoice();

        @Override
        public synchronized FloatRoutine.Single of(Unary op) {
            int number = VectorFunctions.SINGLES.indexOf(op);
            return number < 0
                    ? Scalar.INSTANCE.of(op)
                    : singles.computeIfAbsent(
                            op, _ -> (FloatRoutine.Single) copy("VectorSingle", number));
        }

        @Override
        public synchronized FloatRoutine.Pair of(Binary op) {
            int number = VectorFunctions.PAIRS.indexOf(op);
            return number < 0
                    ? Scalar.INSTANCE.of(op)
                    : pairs.computeIfAbsent(
                            op, _ -> (FloatRoutine.Pair) copy("VectorPair", number));
        }

        @Override
        public synchronized FloatRoutine.Pair of(Compare op) {
            int number = VectorFunctions.TESTS.indexOf(op);
            return tests.computeIfAbsent(op, _ -> (FloatRoutine.Pair) copy("VectorTest", number));
        }

        @Override
        public synchronized FloatRoutine.Folding of(Reduce.Kind kind) {
            int number = VectorFunctions.FOLDS.indexOf(kind);
            return folds.computeIfAbsent(
                    kind, _ -> (FloatRoutine.Folding) copy("VectorFold", number));
        }

        @Override
        public FloatRoutine.Choice choice() {
            return choice;
        }

        private static Object copy(String template, int number) {
            return Template.specialise(MethodHandles.lookup(), template, number);
        }
    }
}
