/// The wording of errors in options. Inside this module only.
@NullMarked
package hebb.nn.check;

import org.jspecify.annotations.NullMarked;
