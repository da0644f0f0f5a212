package io.rhyton.keras.model;

import io.rhyton.keras.codec.KerasObject;
import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ModelType;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/** Reads a model, at the root of a configuration or as a layer of another. */
final class ModelReader {
  /** The names that {@code LayerSpec} and {@code ModelSpec} accept. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.][A-Za-z0-9_.\\-]*");

  static final String NAME_RULE =
      "expected a name of letters, digits, '_', '.' and '-', as a name in a TensorFlow graph; "
          + "rename it in Python";

  private final ConfigFacts facts;

  ModelReader(ConfigFacts facts) {
    this.facts = facts;
  }

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** Reads a model; reports unsupported parts and returns null. */
  @Nullable ModelSpec read(JsonValue value, String name, KerasObject object) {
    return read(value, name, object, List.of());
  }

  /**
   * Reads a model; reports unsupported parts and returns null.
   *
   * @param inputShapes the shape of a sample of each input, if their sizes are given
   */
  @Nullable ModelSpec read(
      JsonValue value, String name, KerasObject object, List<Shape> inputShapes) {
    JsonValue config = object.config();
    if (!config.isList() && !config.requireObject()) {
      return null;
    }
    LayerReader layers = new LayerReader(facts);
    return object.name().equals(ModelType.SEQUENTIAL.className())
        ? new SequentialReader(layers, facts).read(value, name, config, inputShapes)
        : new FunctionalReader(layers, facts).read(value, name, config, inputShapes);
  }
}
