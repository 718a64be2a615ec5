/// What every room speaks of: shapes with known and unknown axes, element types, broadcasting,
/// and the one form in which errors are worded. Imports nothing of Hebb.
package hebb.core.shape;
