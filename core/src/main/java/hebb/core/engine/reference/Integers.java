package hebb.core.engine.reference;

/// Elements of an integer type, or of bool as 0 and 1. A number travels as a long; writing keeps
/// its low bits.
@SuppressWarnings("ArrayRecordComponent") // never compared
sealed interface Integers extends Elements {
    long at(int index);

    record Int32s(int[] array) implements Integers {
        @Override
        public long at(int index) {
            return array[index];
        }

        @Override
        public void put(int index, double value) {
            array[index] = (int) value;
        }

        @Override
        public void put(int index, long value) {
            array[index] = (int) value;
        }
    }

    record Int64s(long[] array) implements Integers {
        @Override
        public long at(int index) {
            return array[index];
        }

        @Override
        public void put(int index, double value) {
            array[index] = (long) value;
        }

        @Override
        public void put(int index, long value) {
            array[index] = value;
        }
    }

    record Uint8s(byte[] array) implements Integers {
        @Override
        public long at(int index) {
            return array[index] & 0xff;
        }

        @Override
        public void put(int index, double value) {
            array[index] = (byte) value;
        }

        @Override
        public void put(int index, long value) {
            array[index] = (byte) value;
        }
    }

    record Bools(byte[] array) implements Integers {
        @Override
        public long at(int index) {
            return array[index];
        }

        @Override
        public void put(int index, double value) {
            array[index] = (byte) (value == 0 ? 0 : 1);
        }

        @Override
        public void put(int index, long value) {
            array[index] = (byte) (value == 0 ? 0 : 1);
        }
    }
}
