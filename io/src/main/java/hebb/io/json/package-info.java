/// JSON texts, each value with the place where it stands.
@NullMarked
package hebb.io.json;

import org.jspecify.annotations.NullMarked;
