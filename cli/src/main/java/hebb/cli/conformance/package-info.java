/// Checks Hebb against what Keras computed: folders of cases, each a model, its data, and Keras's
/// results before and after training.
package hebb.cli.conformance;
