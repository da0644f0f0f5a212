package io.rhyton.keras.codec;

import io.rhyton.model.layer.Flatten;

/** Codec for {@link Flatten}. */
final class FlattenCodec implements KerasCodec<Flatten> {

  @Override
  public Class<Flatten> type() {
    return Flatten.class;
  }

  @Override
  public Flatten read(OptionsReader config) {
    config.onlyChannelsLast();
    return Flatten.of();
  }

  @Override
  public void write(Flatten layer, OptionsWriter config) {
    config.putChannelsLast();
  }
}
