/// What is true of an operation whatever runs it: its attributes, its shape rule (which is also its
/// validation), its gradient, and the exact bits of its result. One op or op family a file. How to
/// run them fast is each engine's business. May use `shape` only.
package hebb.core.op;
