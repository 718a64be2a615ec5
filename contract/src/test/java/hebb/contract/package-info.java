/// What every op and every engine must prove. `OpSamples` holds rows for each op; `OpContractTest`
/// checks each op's shape rule and gradient by them, `EngineContractTest` that each engine found as
/// a service computes the reference engine's bits.
package hebb.contract;
