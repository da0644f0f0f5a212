package io.rhyton.graph.layer;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Ops of the layers that look rows up. */
final class EmbeddingOps {
  private EmbeddingOps() {}

  /** As in Keras: a number with a point loses what is behind it. */
  static Operand<TFloat32> lookUp(LayerScope scope) {
    Operand<TInt32> numbers = scope.tf().dtypes.cast(scope.input(), TInt32.class);
    return scope.tf().gather(scope.weight("embeddings"), numbers, scope.tf().constant(0));
  }
}
