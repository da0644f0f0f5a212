package io.rhyton.keras.codec;

import io.rhyton.model.layer.MaxPooling1D;

/** Codec for {@link MaxPooling1D}. */
final class MaxPooling1DCodec implements KerasCodec<MaxPooling1D> {

  @Override
  public Class<MaxPooling1D> type() {
    return MaxPooling1D.class;
  }

  @Override
  public MaxPooling1D read(OptionsReader config) {
    config.onlyChannelsLast();
    int poolSize = config.length("pool_size");
    return new MaxPooling1D(poolSize, config.length("strides", poolSize), config.padding());
  }

  @Override
  public void write(MaxPooling1D layer, OptionsWriter config) {
    config
        .putLength("pool_size", layer.poolSize())
        .put("padding", layer.padding())
        .putLength("strides", layer.strides())
        .putChannelsLast();
  }
}
