/// The engine that is always right: plain loops that define the bits every other engine must
/// produce. It is the oracle of the tests and is chosen only by name.
package hebb.core.engine.reference;
