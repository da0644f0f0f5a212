package io.rhyton.keras.codec;

import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.layer.Dtype;
import io.rhyton.model.layer.InputLayer;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/** Codec for {@link InputLayer}. */
public final class InputLayerCodec implements KerasCodec<InputLayer> {
  private static final InputLayer UNKNOWN = InputLayer.vector(1);

  @Override
  public Class<InputLayer> type() {
    return InputLayer.class;
  }

  @Override
  public InputLayer read(OptionsReader config) {
    Dtype dtype = dtype(config);
    JsonValue keras2 = config.get("batch_input_shape");
    JsonValue keras3 = config.get("batch_shape");
    @Nullable Shape sample =
        BatchShape.readSample(keras3.isAbsent() && !keras2.isAbsent() ? keras2 : keras3);
    return sample == null ? UNKNOWN : new InputLayer(sample, dtype);
  }

  @Override
  public void write(InputLayer layer, OptionsWriter config) {
    config
        .put("batch_shape", layer.shape().prepend(Shape.UNKNOWN_SIZE))
        .put("dtype", write(layer.dtype()))
        .put("sparse", false);
  }

  private static Dtype dtype(OptionsReader config) {
    JsonValue value = config.get("dtype");
    for (Dtype dtype : Dtype.values()) {
      if (value.isText() && value.text("").equals(write(dtype))) {
        return dtype;
      }
    }
    if (value.isText()) {
      value.requireOneOf(Arrays.stream(Dtype.values()).map(InputLayerCodec::write).toArray());
    } else {
      config.onlyFloat32();
    }
    return Dtype.FLOAT32;
  }

  public static String write(Dtype dtype) {
    return dtype.name().toLowerCase(Locale.ROOT);
  }
}
