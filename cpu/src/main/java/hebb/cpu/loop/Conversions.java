package hebb.cpu.loop;

import hebb.core.shape.DType;
import hebb.cpu.move.Strided;
import hebb.cpu.work.Operands;

/// Instructions that bring elements from one type to another, or from elsewhere into a register.
final class Conversions {
    private Conversions() {}

    /// Reads a tensor's elements, repeated or converted, into a register.
    record Load(DType dtype, int slot, Strided strided, Ref to) implements Instruction {
        @Override
        public void run(Operands o, int thread, int start, int n) {
            int step = strided.stride();
            int target = to.at(o, thread, start);
            int begin = strided.place(start);
            int count;
            for (int i = start; i < start + n; i += count) {
                count = strided.run(i, start + n);
                int place = o.offset(slot) + begin;
                switch (dtype) {
                    case FLOAT32 ->
                            floats(o.floats(slot), place, step, o.floats(to.slot()), target, count);
                    case BOOL -> {
                        byte[] x = o.bytes(slot);
                        float[] y = o.floats(to.slot());
                        for (int k = 0; k < count; k++) {
                            y[target + k] = x[place + k * step];
                        }
                    }
                    case FLOAT64 -> {
                        double[] x = o.doubles(slot), y = o.doubles(to.slot());
                        for (int k = 0; k < count; k++) {
                            y[target + k] = x[place + k * step];
                        }
                    }
                    case INT64 -> {
                        long[] x = o.longs(slot), y = o.longs(to.slot());
                        for (int k = 0; k < count; k++) {
                            y[target + k] = x[place + k * step];
                        }
                    }
                    case INT32 -> {
                        int[] x = o.ints(slot);
                        long[] y = o.longs(to.slot());
                        for (int k = 0; k < count; k++) {
                            y[target + k] = x[place + k * step];
                        }
                    }
                    case UINT8 -> {
                        byte[] x = o.bytes(slot);
                        long[] y = o.longs(to.slot());
                        for (int k = 0; k < count; k++) {
                            y[target + k] = x[place + k * step] & 0xff;
                        }
                    }
                }
                target += count;
                begin = strided.behind(begin, i, count);
            }
        }

        private static void floats(float[] x, int from, int step, float[] y, int to, int count) {
            if (step == 1) {
                System.arraycopy(x, from, y, to, count);
            } else if (step == 0) {
                java.util.Arrays.fill(y, to, to + count, x[from]);
            } else {
                for (int k = 0; k < count; k++) {
                    y[to + k] = x[from + k * step];
                }
            }
        }
    }

    /// Fills a cycle with the floats of a tensor from number `first` on, over and over, however
    /// many elements are asked for.
    record Cycle(int slot, int first, Ref to) implements Instruction {
        @Override
        public void run(Operands o, int thread, int start, int n) {
            float[] y = o.floats(to.slot());
            int at = to.at(o, thread, 0);
            int filled = to.period();
            int all = LoopBuilder.BLOCK + filled;
            System.arraycopy(o.floats(slot), o.offset(slot) + first, y, at, filled);
            while (filled < all) {
                int more = Math.min(filled, all - filled); // a whole number of periods, or the last
                System.arraycopy(y, at, y, at + filled, more);
                filled += more;
            }
        }
    }

    /// uint8 to float32.
    record Widen(Ref from, Ref to) implements Instruction {
        @Override
        public void run(Operands o, int thread, int start, int n) {
            byte[] x = o.bytes(from.slot());
            float[] y = o.floats(to.slot());
            int at = from.at(o, thread, start);
            int target = to.at(o, thread, start);
            for (int i = 0; i < n; i++) {
                y[target + i] = x[at + i] & 0xff;
            }
        }
    }

    /// Writes a register to a tensor of a type.
    record Store(DType dtype, Ref from, Ref to) implements Instruction {
        @Override
        public void run(Operands o, int thread, int start, int n) {
            int x = from.at(o, thread, start);
            int y = to.at(o, thread, start);
            switch (dtype) {
                case FLOAT32 ->
                        System.arraycopy(o.floats(from.slot()), x, o.floats(to.slot()), y, n);
                case FLOAT64 ->
                        System.arraycopy(o.doubles(from.slot()), x, o.doubles(to.slot()), y, n);
                case INT64 -> System.arraycopy(o.longs(from.slot()), x, o.longs(to.slot()), y, n);
                case BOOL -> {
                    float[] values = o.floats(from.slot());
                    byte[] out = o.bytes(to.slot());
                    for (int i = 0; i < n; i++) {
                        out[y + i] = (byte) values[x + i];
                    }
                }
                case INT32 -> {
                    long[] values = o.longs(from.slot());
                    int[] out = o.ints(to.slot());
                    for (int i = 0; i < n; i++) {
                        out[y + i] = (int) values[x + i];
                    }
                }
                case UINT8 -> {
                    long[] values = o.longs(from.slot());
                    byte[] out = o.bytes(to.slot());
                    for (int i = 0; i < n; i++) {
                        out[y + i] = (byte) values[x + i];
                    }
                }
            }
        }
    }

    /// Writes values to where a tensor of a type has them, here and there.
    record Place(DType dtype, Ref from, int slot, Strided strided) implements Instruction {
        @Override
        public void run(Operands o, int thread, int start, int n) {
            int x = from.at(o, thread, start);
            switch (dtype) {
                case FLOAT32, FLOAT64, INT64 ->
                        strided.scatter(
                                dtype,
                                o.array(from.slot()),
                                x,
                                o.array(slot),
                                o.offset(slot),
                                start,
                                start + n);
                case BOOL -> {
                    float[] values = o.floats(from.slot());
                    byte[] out = o.bytes(slot);
                    for (int i = 0; i < n; i++) {
                        out[o.offset(slot) + strided.place(start + i)] = (byte) values[x + i];
                    }
                }
                case INT32 -> {
                    long[] values = o.longs(from.slot());
                    int[] out = o.ints(slot);
                    for (int i = 0; i < n; i++) {
                        out[o.offset(slot) + strided.place(start + i)] = (int) values[x + i];
                    }
                }
                case UINT8 -> {
                    long[] values = o.longs(from.slot());
                    byte[] out = o.bytes(slot);
                    for (int i = 0; i < n; i++) {
                        out[o.offset(slot) + strided.place(start + i)] = (byte) values[x + i];
                    }
                }
            }
        }
    }

    /// Converts registers, as `Cast` defines.
    record Convert(Bank bank, DType dtype, Ref from, Ref to) implements Instruction {
        @Override
        public void run(Operands o, int thread, int start, int n) {
            int x = from.at(o, thread, start);
            int y = to.at(o, thread, start);
            int step = from.single() ? 0 : 1;
            switch (bank) {
                case FLOATS -> floats(o.floats(from.slot()), x, step, o, y, n);
                case DOUBLES -> doubles(o.doubles(from.slot()), x, step, o, y, n);
                case LONGS -> longs(o.longs(from.slot()), x, step, o, y, n);
            }
        }

        private void floats(float[] x, int from, int step, Operands o, int y, int n) {
            switch (dtype) {
                case FLOAT32 -> {
                    float[] out = o.floats(to.slot());
                    for (int i = 0; i < n; i++) {
                        out[y + i] = x[from + i * step];
                    }
                }
                case BOOL -> {
                    float[] out = o.floats(to.slot());
                    for (int i = 0; i < n; i++) {
                        out[y + i] = x[from + i * step] == 0 ? 0 : 1;
                    }
                }
                case FLOAT64 -> {
                    double[] out = o.doubles(to.slot());
                    for (int i = 0; i < n; i++) {
                        out[y + i] = x[from + i * step];
                    }
                }
                case INT32, INT64, UINT8 -> {
                    long[] out = o.longs(to.slot());
                    for (int i = 0; i < n; i++) {
                        out[y + i] = whole(x[from + i * step]);
                    }
                }
            }
        }

        private void doubles(double[] x, int from, int step, Operands o, int y, int n) {
            switch (dtype) {
                case FLOAT32 -> {
                    float[] out = o.floats(to.slot());
                    for (int i = 0; i < n; i++) {
                        out[y + i] = (float) x[from + i * step];
                    }
                }
                case BOOL -> {
                    float[] out = o.floats(to.slot());
                    for (int i = 0; i < n; i++) {
                        out[y + i] = x[from + i * step] == 0 ? 0 : 1;
                    }
                }
                case FLOAT64 -> {
                    double[] out = o.doubles(to.slot());
                    for (int i = 0; i < n; i++) {
                        out[y + i] = x[from + i * step];
                    }
                }
                case INT32, INT64, UINT8 -> {
                    long[] out = o.longs(to.slot());
                    for (int i = 0; i < n; i++) {
                        out[y + i] = whole(x[from + i * step]);
                    }
                }
            }
        }

        private void longs(long[] x, int from, int step, Operands o, int y, int n) {
            switch (dtype) {
                case FLOAT32 -> {
                    float[] out = o.floats(to.slot());
                    for (int i = 0; i < n; i++) {
                        out[y + i] = x[from + i * step];
                    }
                }
                case BOOL -> {
                    float[] out = o.floats(to.slot());
                    for (int i = 0; i < n; i++) {
                        out[y + i] = x[from + i * step] == 0 ? 0 : 1;
                    }
                }
                case FLOAT64 -> {
                    double[] out = o.doubles(to.slot());
                    for (int i = 0; i < n; i++) {
                        out[y + i] = x[from + i * step];
                    }
                }
                case INT32, INT64, UINT8 -> {
                    long[] out = o.longs(to.slot());
                    for (int i = 0; i < n; i++) {
                        out[y + i] = LongInstructions.cut(dtype, x[from + i * step]);
                    }
                }
            }
        }

        /// Java's own conversions: to int and its low bits for the narrower types.
        private long whole(double value) {
            return dtype == DType.INT64 ? (long) value : LongInstructions.cut(dtype, (int) value);
        }
    }
}
