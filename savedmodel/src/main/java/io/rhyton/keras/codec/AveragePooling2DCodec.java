package io.rhyton.keras.codec;

import io.rhyton.model.layer.AveragePooling2D;
import io.rhyton.model.shape.Size2D;

/** Codec for {@link AveragePooling2D}. */
final class AveragePooling2DCodec implements KerasCodec<AveragePooling2D> {

  @Override
  public Class<AveragePooling2D> type() {
    return AveragePooling2D.class;
  }

  @Override
  public AveragePooling2D read(OptionsReader config) {
    config.onlyChannelsLast();
    Size2D poolSize = config.size("pool_size");
    return new AveragePooling2D(poolSize, config.size("strides", poolSize), config.padding());
  }

  @Override
  public void write(AveragePooling2D layer, OptionsWriter config) {
    config
        .put("pool_size", layer.poolSize())
        .put("padding", layer.padding())
        .put("strides", layer.strides())
        .putChannelsLast();
  }
}
