package io.rhyton.keras.codec;

import io.rhyton.model.layer.GlobalAveragePooling1D;

/** Codec for {@link GlobalAveragePooling1D}. */
final class GlobalAveragePooling1DCodec implements KerasCodec<GlobalAveragePooling1D<?>> {

  @Override
  public Class<?> type() {
    return GlobalAveragePooling1D.class;
  }

  @Override
  public GlobalAveragePooling1D<?> read(OptionsReader config) {
    config.onlyChannelsLast();
    return new GlobalAveragePooling1D<>(config.flag("keepdims", false));
  }

  @Override
  public void write(GlobalAveragePooling1D<?> layer, OptionsWriter config) {
    config.putChannelsLast().put("keepdims", layer.keepdims());
  }
}
