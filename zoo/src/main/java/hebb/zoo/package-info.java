/// Architectures that are known by name, each a function of layers, and where the weights are that
/// were learned for it on ImageNet: 1.3 million photographs of 1,000 kinds of things.
package hebb.zoo;
