/// What is true of an op whatever runs it: its attributes, its shape rule (which is its
/// validation), its gradient and its doc, one file an op or family. Imports `shape` only.
package hebb.core.op;
