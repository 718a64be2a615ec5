/// Keras's files: configs ⇄ layers and models, groups of variables ⇄ weights.
///
/// What is particular to one class of Keras lies in the tables [Family], [Arguments] and
/// [Children].
@NullMarked
package hebb.io.keras;

import org.jspecify.annotations.NullMarked;
