package io.rhyton.keras.codec;

import io.rhyton.model.layer.Concatenate;

/** Codec for {@link Concatenate}. */
final class ConcatenateCodec implements KerasCodec<Concatenate> {

  @Override
  public Class<Concatenate> type() {
    return Concatenate.class;
  }

  @Override
  public Concatenate read(OptionsReader config) {
    return new Concatenate(config.integer("axis", -1));
  }

  @Override
  public void write(Concatenate layer, OptionsWriter config) {
    config.put("axis", layer.axis());
  }
}
