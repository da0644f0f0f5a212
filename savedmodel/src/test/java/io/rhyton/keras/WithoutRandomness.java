package io.rhyton.keras;

import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.layer.RandomCrop;
import io.rhyton.model.layer.RandomFlip;
import io.rhyton.model.layer.RecurrentOptions;
import io.rhyton.model.shape.Interval;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Models without randomness: dropout, noise and augmentation are present, but have no effect, as
 * Java and Keras draw different random numbers.
 */
final class WithoutRandomness {
  private static final Set<String> CHANCES =
      Set.of(
          "dropPathRate",
          "dropout",
          "factor",
          "heightFactor",
          "rate",
          "recurrentDropout",
          "stddev",
          "widthFactor");

  private WithoutRandomness() {}

  static ModelSpec model(ModelSpec model) {
    List<LayerSpec> layers =
        model.layers().stream()
            .map(
                layer ->
                    new LayerSpec(
                        layer.name(), layer(layer.layer()), layer.trainable(), layer.calls()))
            .toList();
    return new ModelSpec(model.name(), model.type(), layers, model.inputs(), model.outputs());
  }

  /** Returns whether a layer has randomness that no option disables. */
  static boolean isWild(ModelSpec model) {
    return model.layers().stream().anyMatch(layer -> isWild(layer.layer()));
  }

  private static boolean isWild(Layer layer) {
    return layer instanceof RandomFlip
        || layer instanceof RandomCrop
        || (layer instanceof NestedModel<?> nested && isWild(nested.model()));
  }

  private static Layer layer(Layer layer) {
    if (layer instanceof NestedModel<?> nested) {
      return new NestedModel<>(model(nested.model()));
    }
    return (Layer) record((Record) layer);
  }

  private static Record record(Record record) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    @Nullable Object[] values = RecordCopies.values(record);
    for (int i = 0; i < values.length; i++) {
      boolean isChance = CHANCES.contains(components[i].getName());
      if (isChance && values[i] instanceof Double) {
        values[i] = 0.0;
      } else if (isChance && values[i] instanceof Interval) {
        values[i] = Interval.of(0, 0);
      } else if (values[i] instanceof Layer inside) {
        values[i] = layer(inside);
      } else if (values[i] instanceof RecurrentOptions options) {
        values[i] = record(options);
      }
    }
    return RecordCopies.make(record.getClass(), values).orElseThrow();
  }
}
