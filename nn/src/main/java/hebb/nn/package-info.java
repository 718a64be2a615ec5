/// The one mental model of a network: a layer is a value without weights, a scope gives it the
/// weights it asks for, a model owns them.
package hebb.nn;
