package io.rhyton.keras;

import io.rhyton.model.layer.InputLayer;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/** {@link InputLayer}. */
final class InputLayerCodec implements KerasCodec<InputLayer> {
  private static final InputLayer UNKNOWN = InputLayer.vector(1);

  @Override
  public Class<InputLayer> type() {
    return InputLayer.class;
  }

  @Override
  public InputLayer read(ConfigReader config) {
    config.onlyFloat32();
    JsonValue keras2 = config.get("batch_input_shape");
    JsonValue keras3 = config.get("batch_shape");
    @Nullable Shape sample =
        BatchShape.readSample(keras3.isAbsent() && !keras2.isAbsent() ? keras2 : keras3);
    return sample == null ? UNKNOWN : new InputLayer(sample);
  }

  @Override
  public void write(InputLayer layer, ConfigWriter config) {
    config.put("batch_shape", layer.shape().prepend(Shape.UNKNOWN_SIZE)).put("sparse", false);
  }
}
