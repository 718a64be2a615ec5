/// Model files: which file is of which form.
@NullMarked
package hebb.io;

import org.jspecify.annotations.NullMarked;
