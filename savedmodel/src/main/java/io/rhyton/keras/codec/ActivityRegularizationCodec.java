package io.rhyton.keras.codec;

import io.rhyton.model.layer.ActivityRegularization;

/** Codec for {@link ActivityRegularization}. */
final class ActivityRegularizationCodec implements KerasCodec<ActivityRegularization> {

  @Override
  public Class<ActivityRegularization> type() {
    return ActivityRegularization.class;
  }

  @Override
  public ActivityRegularization read(OptionsReader config) {
    return new ActivityRegularization(config.number("l1", 0), config.number("l2", 0));
  }

  @Override
  public void write(ActivityRegularization layer, OptionsWriter config) {
    config.put("l1", layer.l1()).put("l2", layer.l2());
  }
}
