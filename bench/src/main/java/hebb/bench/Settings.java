package hebb.bench;

import java.util.List;

/// What one run of the benchmark is asked to do.
///
/// - `variants`: JVM options under which Hebb competes once more, one string a variant
record Settings(
        List<Network> networks, int rounds, int threads, List<String> variants, boolean peers) {}
