package io.rhyton.keras.codec;

import io.rhyton.model.layer.Add;

/** Codec for {@link Add}. */
final class AddCodec implements KerasCodec<Add> {

  @Override
  public Class<Add> type() {
    return Add.class;
  }

  @Override
  public Add read(OptionsReader config) {
    return Add.of();
  }

  @Override
  public void write(Add layer, OptionsWriter config) {
    // It has no options.
  }
}
