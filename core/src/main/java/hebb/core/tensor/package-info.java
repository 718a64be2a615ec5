/// What a program holds: tensors that run at once or record themselves, variables, random numbers,
/// and functions of tensors that are traced, differentiated, planned and run. The top floor of
/// core; imports all of it.
package hebb.core.tensor;
