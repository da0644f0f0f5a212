package io.rhyton.keras.codec;

import io.rhyton.model.objective.Accuracy;

/**
 * Codec for the metric {@code "accuracy"}, for which Keras picks the class that matches the loss
 * and output shape.
 */
final class AccuracyCodec implements KerasCodec<Accuracy> {
  private static final String NAME = "accuracy";

  @Override
  public Class<Accuracy> type() {
    return Accuracy.class;
  }

  @Override
  public String className() {
    return NAME;
  }

  @Override
  public Accuracy read(OptionsReader config) {
    return Accuracy.of();
  }

  @Override
  public void write(Accuracy metric, OptionsWriter config) {
    config.put("name", NAME);
  }
}
