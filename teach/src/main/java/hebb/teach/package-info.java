/// One training step of a small network, walked from the input to the updated weights: every number
/// as the library computed it, with its formula, on a page that opens without a network; and why
/// learning stalls, if it does.
package hebb.teach;
