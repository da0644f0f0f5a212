package io.rhyton.keras;

import io.rhyton.file.RegularFile;
import io.rhyton.hdf5.Hdf5File;
import io.rhyton.keras.json.ConfigJson;
import io.rhyton.keras.json.ConfigSource;
import io.rhyton.keras.model.ConfigReader;
import io.rhyton.keras.model.ParsedConfig;
import io.rhyton.keras.weights.KerasFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/** Reads a model from a file of any format. */
final class KerasFileReader {
  private static final String CONFIG = "the configuration";

  /** One byte more than the limit, so that a longer configuration is detected and rejected. */
  private static final int MOST_CONFIG_BYTES = ConfigJson.MOST_BYTES + 1;

  private KerasFileReader() {}

  static KerasModel read(Path path, List<Shape> inputShapes) {
    ConfigSource source = new ConfigSource(KerasFile.KIND, path, inputShapes);
    return switch (KerasFormat.of(source)) {
      case ARCHIVE -> ArchiveReader.read(source);
      case HDF5 -> hdf5(source);
      case CONFIG -> config(source);
      case SAVED_MODEL -> KerasSavedModelReader.read(source);
    };
  }

  private static KerasModel hdf5(ConfigSource source) {
    try (Hdf5File file = Hdf5File.open(source.kind(), source.path(), source.path())) {
      return LegacyH5Reader.read(source, file);
    }
  }

  private static KerasModel config(ConfigSource source) {
    byte[] text;
    try (InputStream in = Files.newInputStream(RegularFile.require(source.path()))) {
      text = in.readNBytes(MOST_CONFIG_BYTES);
    } catch (IOException e) {
      throw KerasFormat.unreadable(source, e);
    }
    ParsedConfig config = ConfigReader.read(source, CONFIG, text);
    return new KerasModel(source.path(), config, null, null, "");
  }
}
