/// Published data sets: looked for on this machine, downloaded from their publisher with a pinned
/// hash where a program asks for them, and returned with the shapes and types in which they were
/// published. And tables of one's own, from CSV files.
package hebb.datasets;
