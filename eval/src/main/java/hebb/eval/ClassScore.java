package hebb.eval;

/// How well one class was recognized, or several on average.
///
/// @param precision of what was taken for the class, the share that is
/// @param recall of what is of the class, the share that was found
/// @param f1 the harmonic mean of both
/// @param support how many samples are of the class
public record ClassScore(double precision, double recall, double f1, double support) {}
