package hebb.nn;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/// Marks a method that is often called for what it does alone. Error Prone knows it by its name.
@Target(ElementType.METHOD)
@interface CanIgnoreReturnValue {}
