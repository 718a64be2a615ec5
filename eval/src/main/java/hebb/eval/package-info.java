/// How good a model is and what it looks at. Reports, curves and folds are those of scikit-learn:
/// the same numbers, the same text, the same indices for the same seed.
package hebb.eval;
