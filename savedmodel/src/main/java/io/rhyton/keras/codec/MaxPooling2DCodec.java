package io.rhyton.keras.codec;

import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.shape.Size2D;

/** Codec for {@link MaxPooling2D}. */
final class MaxPooling2DCodec implements KerasCodec<MaxPooling2D> {

  @Override
  public Class<MaxPooling2D> type() {
    return MaxPooling2D.class;
  }

  @Override
  public MaxPooling2D read(OptionsReader config) {
    config.onlyChannelsLast();
    Size2D poolSize = config.size("pool_size");
    return new MaxPooling2D(poolSize, config.size("strides", poolSize), config.padding());
  }

  @Override
  public void write(MaxPooling2D layer, OptionsWriter config) {
    config
        .put("pool_size", layer.poolSize())
        .put("padding", layer.padding())
        .put("strides", layer.strides())
        .putChannelsLast();
  }
}
