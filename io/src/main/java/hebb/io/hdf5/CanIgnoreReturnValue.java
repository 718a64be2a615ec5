package hebb.io.hdf5;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/// Marks a class whose methods are often called for what they do alone. Error Prone knows it by its
/// name.
@Target(ElementType.TYPE)
@interface CanIgnoreReturnValue {}
