package io.rhyton.keras.codec;

import io.rhyton.model.layer.GlobalMaxPooling1D;

/** Codec for {@link GlobalMaxPooling1D}. */
final class GlobalMaxPooling1DCodec implements KerasCodec<GlobalMaxPooling1D<?>> {

  @Override
  public Class<?> type() {
    return GlobalMaxPooling1D.class;
  }

  @Override
  public GlobalMaxPooling1D<?> read(OptionsReader config) {
    config.onlyChannelsLast();
    return new GlobalMaxPooling1D<>(config.flag("keepdims", false));
  }

  @Override
  public void write(GlobalMaxPooling1D<?> layer, OptionsWriter config) {
    config.putChannelsLast().put("keepdims", layer.keepdims());
  }
}
