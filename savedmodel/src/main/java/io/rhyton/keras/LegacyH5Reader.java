package io.rhyton.keras;

import io.rhyton.error.MessageText;
import io.rhyton.hdf5.Hdf5File;
import io.rhyton.keras.json.ConfigSource;
import io.rhyton.keras.model.ConfigReader;
import io.rhyton.keras.model.ParsedConfig;
import io.rhyton.keras.weights.KerasVersion;
import io.rhyton.keras.weights.LegacyWeights;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads whole models in {@code .h5} files, as Keras 2 and 3 write them. Source: {@code
 * keras/src/legacy/saving/legacy_h5_format.py}, Keras 3.15.
 */
final class LegacyH5Reader {
  private static final String CONFIG = "model_config";
  private static final String TRAINING = "training_config";
  private static final String VERSION = "keras_version";

  private LegacyH5Reader() {}

  static KerasModel read(ConfigSource source, Hdf5File file) {
    byte[] text =
        file.string("", CONFIG)
            .map(LegacyH5Reader::bytes)
            .orElseThrow(
                () ->
                    source.mismatch(
                        "a whole model",
                        "an HDF5 file without " + CONFIG + ", as weights alone are",
                        "Load weights into a model with KerasWeights.load."));
    String version = file.string("", VERSION).map(MessageText::line).orElse("");
    KerasVersion.requireKnown(source, version);
    Optional<byte[]> training = file.string("", TRAINING).map(LegacyH5Reader::bytes);
    ParsedConfig config =
        training.isPresent()
            ? ConfigReader.read(source, CONFIG, text, TRAINING, training.get())
            : ConfigReader.read(source, CONFIG, text);
    return KerasModel.of(source, config, LegacyWeights.ofItsModel(source, file), version);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
