package io.rhyton.examples.programs.prediction;

import io.rhyton.keras.KerasModel;
import io.rhyton.model.layer.Rescaling;

/** The factor by which pixel values from 0 to 255 are multiplied before they enter a model. */
public final class PixelScale {
  private PixelScale() {}

  /** Returns 1 if the model begins with a {@link Rescaling} layer, else 1/255. */
  public static double of(KerasModel model) {
    boolean rescales =
        model.spec().layers().stream()
            .skip(1)
            .findFirst()
            .filter(layer -> layer.layer() instanceof Rescaling)
            .isPresent();
    return rescales ? 1 : 1.0 / 255;
  }
}
