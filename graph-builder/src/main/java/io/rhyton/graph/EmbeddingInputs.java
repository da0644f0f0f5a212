package io.rhyton.graph;

import io.rhyton.model.LayerOutput;
import io.rhyton.model.ResolvedCall;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.layer.Embedding;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.NestedModel;

/** Finds the inputs of a model that are embedding indices. */
final class EmbeddingInputs {
  private EmbeddingInputs() {}

  /**
   * The number of rows of the smallest embedding table that an input feeds directly; 0 if there is
   * none.
   */
  static int rows(ResolvedModel model, String input) {
    int rows = 0;
    for (ResolvedCall call : model.calls()) {
      for (int i = 0; i < call.inputs().size(); i++) {
        if (call.inputs().get(i).equals(LayerOutput.of(input))) {
          rows = smaller(rows, rows(model.layer(call.layer()).layer(), i));
        }
      }
    }
    return rows;
  }

  private static int rows(Layer layer, int input) {
    if (layer instanceof Embedding embedding) {
      return embedding.inputDim();
    } else if (layer instanceof NestedModel<?> nested) {
      ResolvedModel model = nested.model().resolve();
      return rows(model, model.inputs().get(input));
    }
    return 0;
  }

  private static int smaller(int rows, int others) {
    return rows == 0 || others == 0 ? Math.max(rows, others) : Math.min(rows, others);
  }
}
