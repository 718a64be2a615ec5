package hebb.cpu.work;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/// Tells Error Prone that a method returns its own object only so that calls can be chained.
@Target(ElementType.METHOD)
@interface CanIgnoreReturnValue {}
