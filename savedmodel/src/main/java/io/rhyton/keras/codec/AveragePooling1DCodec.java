package io.rhyton.keras.codec;

import io.rhyton.model.layer.AveragePooling1D;

/** Codec for {@link AveragePooling1D}. */
final class AveragePooling1DCodec implements KerasCodec<AveragePooling1D> {

  @Override
  public Class<AveragePooling1D> type() {
    return AveragePooling1D.class;
  }

  @Override
  public AveragePooling1D read(OptionsReader config) {
    config.onlyChannelsLast();
    int poolSize = config.length("pool_size");
    return new AveragePooling1D(poolSize, config.length("strides", poolSize), config.padding());
  }

  @Override
  public void write(AveragePooling1D layer, OptionsWriter config) {
    config
        .putLength("pool_size", layer.poolSize())
        .put("padding", layer.padding())
        .putLength("strides", layer.strides())
        .putChannelsLast();
  }
}
