/// Texts and words, which tensors do not hold: what turns them into numbers before a model sees
/// them.
package hebb.data.text;
