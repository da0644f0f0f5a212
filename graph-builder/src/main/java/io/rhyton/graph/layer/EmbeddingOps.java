package io.rhyton.graph.layer;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Emits embedding lookups. */
final class EmbeddingOps {
  private EmbeddingOps() {}

  /** Looks up the rows of the embedding table; as in Keras, float indices are truncated. */
  static Operand<TFloat32> lookUp(LayerScope scope) {
    Operand<TInt32> indices = scope.tf().dtypes.cast(scope.input(), TInt32.class);
    return scope.tf().gather(scope.weight("embeddings"), indices, scope.tf().constant(0));
  }
}
