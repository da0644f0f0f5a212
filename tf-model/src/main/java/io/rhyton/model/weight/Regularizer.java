package io.rhyton.model.weight;

/** What a weight adds to the loss. */
public sealed interface Regularizer permits L2 {

  /** Calls the visitor's method for this type. */
  <T> T accept(RegularizerVisitor<T> visitor);
}
