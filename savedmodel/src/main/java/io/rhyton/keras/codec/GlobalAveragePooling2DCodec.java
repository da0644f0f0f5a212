package io.rhyton.keras.codec;

import io.rhyton.model.layer.GlobalAveragePooling2D;

/** Codec for {@link GlobalAveragePooling2D}. */
final class GlobalAveragePooling2DCodec implements KerasCodec<GlobalAveragePooling2D<?>> {

  @Override
  public Class<?> type() {
    return GlobalAveragePooling2D.class;
  }

  @Override
  public GlobalAveragePooling2D<?> read(OptionsReader config) {
    config.onlyChannelsLast();
    return new GlobalAveragePooling2D<>(config.flag("keepdims", false));
  }

  @Override
  public void write(GlobalAveragePooling2D<?> layer, OptionsWriter config) {
    config.putChannelsLast().put("keepdims", layer.keepdims());
  }
}
