/// What every other room speaks of: shapes, element types, broadcasting, and the one form in which
/// Hebb words a mistake.
package hebb.core.shape;
