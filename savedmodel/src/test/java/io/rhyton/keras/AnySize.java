package io.rhyton.keras;

import io.rhyton.error.SpecException;
import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.layer.Dtype;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.model.shape.Sizes;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.tensorflow.ndarray.Shape;

/** Models with other sizes of their images and sequences. */
final class AnySize {
  private static final int LARGER = 3;

  private AnySize() {}

  /** Returns a model for images and sequences of any size; empty if one of its layers needs one. */
  static Optional<ModelSpec> of(ModelSpec known) {
    return resized(known, size -> Sizes.ANY)
        .filter(model -> !model.equals(known))
        .filter(model -> outputs(model).stream().allMatch(AnySize::hasKnownFeatures))
        // A layer such as Reshape can make a known size of an unknown one, and another one of that.
        .filter(model -> text(bound(model, known)).equals(text(outputs(known))));
  }

  /** Returns a model for larger images and sequences; empty if one of its layers needs its size. */
  static Optional<ModelSpec> larger(ModelSpec known) {
    return resized(known, size -> size + LARGER);
  }

  private static List<Shape> outputs(ModelSpec model) {
    return model.resolve().outputShapes();
  }

  /** The outputs for inputs of the size of another model. */
  private static List<Shape> bound(ModelSpec model, ModelSpec known) {
    return model.resolve(known.resolve().inputShapes()).outputShapes();
  }

  private static List<String> text(List<Shape> shapes) {
    return shapes.stream().map(ShapeText::of).toList();
  }

  /** Losses need the last axis. */
  private static boolean hasKnownFeatures(Shape output) {
    return Sizes.isKnown(output.get(-1));
  }

  private static Optional<ModelSpec> resized(ModelSpec model, LongUnaryOperator resizing) {
    try {
      ModelSpec resized = with(model, resizing);
      resized.resolve();
      return Optional.of(resized);
    } catch (SpecException needsASize) {
      return Optional.empty();
    }
  }

  private static ModelSpec with(ModelSpec model, LongUnaryOperator resizing) {
    List<LayerSpec> layers =
        model.layers().stream()
            .map(
                layer ->
                    new LayerSpec(
                        layer.name(),
                        with(layer.layer(), resizing),
                        layer.trainable(),
                        layer.calls()))
            .toList();
    return new ModelSpec(model.name(), model.type(), layers, model.inputs(), model.outputs());
  }

  private static Layer with(Layer layer, LongUnaryOperator resizing) {
    if (layer instanceof NestedModel<?> nested) {
      return new NestedModel<>(with(nested.model(), resizing));
    }
    if (!(layer instanceof InputLayer input)) {
      return layer;
    }
    long[] sizes = input.shape().asArray().clone();
    int resized = input.dtype() == Dtype.FLOAT32 ? sizes.length - 1 : sizes.length;
    for (int axis = 0; axis < resized; axis++) {
      sizes[axis] = resizing.applyAsLong(sizes[axis]);
    }
    return new InputLayer(Shape.of(sizes), input.dtype());
  }
}
