package io.rhyton.keras.codec;

import io.rhyton.model.layer.GlobalMaxPooling2D;

/** Codec for {@link GlobalMaxPooling2D}. */
final class GlobalMaxPooling2DCodec implements KerasCodec<GlobalMaxPooling2D<?>> {

  @Override
  public Class<?> type() {
    return GlobalMaxPooling2D.class;
  }

  @Override
  public GlobalMaxPooling2D<?> read(OptionsReader config) {
    config.onlyChannelsLast();
    return new GlobalMaxPooling2D<>(config.flag("keepdims", false));
  }

  @Override
  public void write(GlobalMaxPooling2D<?> layer, OptionsWriter config) {
    config.putChannelsLast().put("keepdims", layer.keepdims());
  }
}
