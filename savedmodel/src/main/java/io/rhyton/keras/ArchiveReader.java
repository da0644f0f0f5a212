package io.rhyton.keras;

import io.rhyton.keras.json.ConfigSource;
import io.rhyton.keras.model.ConfigReader;
import io.rhyton.keras.model.ParsedConfig;
import io.rhyton.keras.weights.KerasArchive;
import io.rhyton.keras.weights.KerasFormat;
import io.rhyton.keras.weights.WeightStore;
import io.rhyton.keras.weights.WeightsFile;
import java.io.IOException;

/** Reads the {@code .keras} files of Keras 3. */
final class ArchiveReader {
  private ArchiveReader() {}

  static KerasModel read(ConfigSource source) {
    try (KerasArchive archive = KerasArchive.open(source)) {
      String version = archive.kerasVersion();
      ParsedConfig config = ConfigReader.read(source, KerasArchive.CONFIG, archive.config());
      return archive.weights(
          WeightStore.mostBytes(config.model()),
          file -> KerasModel.of(source, config, new WeightsFile(source, file, version), version));
    } catch (IOException e) {
      throw KerasFormat.unreadable(source, e);
    }
  }
}
