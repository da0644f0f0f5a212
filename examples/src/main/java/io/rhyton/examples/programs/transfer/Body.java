package io.rhyton.examples.programs.transfer;

import io.rhyton.error.ModelException;
import io.rhyton.model.ModelNodes;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.ResolvedLayer;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Image;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/** The part of a trained model that a new head is put on. */
final class Body {
  private static final int IMAGE_RANK = 4;

  private Body() {}

  /** Returns the model up to a layer, or without its classifier, if it has one. */
  static ModelSpec of(ModelSpec spec, @Nullable String upTo) {
    if (upTo != null) {
      return spec.upTo(upTo);
    }
    List<ResolvedLayer> withWeights =
        spec.resolve().layers().stream().filter(layer -> !layer.weights().isEmpty()).toList();
    if (withWeights.isEmpty()) {
      throw new ModelException(
          "Model '" + spec.name() + "'", "layers with weights", "none", "Pass a trained model.");
    }
    ResolvedLayer last = withWeights.get(withWeights.size() - 1);
    return isClassifier(last, spec.resolve().outputShape())
        ? spec.upTo(spec.layer(last.name()).calls().get(0).inputs().get(0).layer())
        : spec;
  }

  /** Whether a layer computes the scores that a model returns, possibly reshaped. */
  private static boolean isClassifier(ResolvedLayer layer, Shape output) {
    return (layer.layer() instanceof Dense || layer.layer() instanceof Conv2D)
        && output.numDimensions() < IMAGE_RANK
        && layer.outputShapes().get(0).tail().size() == output.tail().size();
  }

  /** Returns the output of a body as a vector: an image is averaged over its pixels. */
  static Node<FeatureVector> features(ModelSpec body, ModelNodes nodes) {
    return body.resolve().outputShape().numDimensions() == IMAGE_RANK
        ? nodes.output(Image.class).then("features", GlobalAveragePooling2D.of())
        : nodes.output(FeatureVector.class);
  }
}
