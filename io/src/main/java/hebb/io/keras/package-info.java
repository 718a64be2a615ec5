/// Keras's files: configs ⇄ layers and models, groups of variables ⇄ weights.
///
/// What is particular to one class of Keras lies in few places: [Family] (its name and module),
/// [Arguments] (options that Hebb has not), [Children] (layers inside it), [NodeArguments] (what a
/// call of it is given), [VariableGroups] (the order of its variables), [Vocabularies] (words that
/// it learned); for writing also in [ConfigWriter] and [CompileWriter].
@NullMarked
package hebb.io.keras;

import org.jspecify.annotations.NullMarked;
