/// Figures of numbers, images and networks: described by immutable values, drawn when they are
/// saved or shown.
package hebb.plot;
