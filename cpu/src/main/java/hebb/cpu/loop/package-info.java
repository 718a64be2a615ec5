/// Pointwise stages as one loop each: a short program that runs over blocks small enough for the
/// nearest cache. Only the classes named `Vector…` may name a type of the Vector API.
///
/// [LoopBuilder] has a [Translator] turn a stage into the two programs of a [Loop]: instructions
/// over blocks, each a routine compiled before ([Routines]), and, for what an [Expression] can say,
/// a class written for it at run time ([VectorEmitter]), which takes over after some runs if it is
/// the faster one ([Heat]).
///
/// Here are the reductions as well, which take the same routines: of rows or columns
/// ([FloatReduction]), of any axes ([Reduction]), and of a matrix that others go down, too
/// ([ColumnSum]).
@NullMarked
package hebb.cpu.loop;

import org.jspecify.annotations.NullMarked;
