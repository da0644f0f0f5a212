package io.rhyton.savedmodel;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** Folders that {@code saved_model_golden.py} wrote. */
final class GoldenSavedModels {
  private GoldenSavedModels() {}

  static Path folder(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(GoldenSavedModels.class.getResource(name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the values that the script assigns to a variable. */
  static float[] values(int variable, int count) {
    float[] values = new float[count];
    for (int j = 0; j < count; j++) {
      values[j] = variable + j / 128f;
    }
    return values;
  }
}
