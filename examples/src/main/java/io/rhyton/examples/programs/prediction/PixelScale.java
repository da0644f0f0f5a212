package io.rhyton.examples.programs.prediction;

import io.rhyton.keras.KerasModel;
import io.rhyton.model.layer.Rescaling;

/** What a model expects pixels of 0 to 255 to be multiplied with. */
public final class PixelScale {
  private PixelScale() {}

  /** 1 if the model begins with a layer that does it, else 1/255. */
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
