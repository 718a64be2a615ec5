package hebb.cpu;

/// Whether this JVM has the Vector API.
final class Vectors {
    private static final boolean AVAILABLE = find();

    private Vectors() {}

    static boolean available() {
        return AVAILABLE;
    }

    /// The width of a vector.
    static int bits() {
        return hebb.cpu.loop.VectorWidth.bits();
    }

    private static boolean find() {
        boolean found = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        if (!found) {
            System.getLogger("hebb.cpu")
                    .log(
                            System.Logger.Level.WARNING,
                            "Hebb computes without vectors, many times slower: run java with"
                                    + " --add-modules jdk.incubator.vector to make it fast");
        }
        return found;
    }
}
