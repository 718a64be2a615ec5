/// Formulas that layers, losses, regularizers and constraints share. Inside this module only.
@NullMarked
package hebb.nn.math;

import org.jspecify.annotations.NullMarked;
