package io.rhyton.keras;

import io.rhyton.hdf5.Hdf5File;
import io.rhyton.model.training.CompileSpec;
import io.rhyton.model.training.OptimizerState;
import io.rhyton.model.weight.Weights;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the {@code .keras} files of Keras 3. */
final class ArchiveReader {
  private ArchiveReader() {}

  static KerasModel read(ConfigSource source) {
    try (KerasArchive archive = KerasArchive.open(source)) {
      ModelConfig config = ModelConfigReader.read(source, KerasArchive.CONFIG, archive.config());
      String version = archive.kerasVersion();
      return archive.weights(
          WeightStore.mostBytes(config.model()), file -> model(source, config, version, file));
    } catch (IOException e) {
      throw KerasForm.unreadable(source, e);
    }
  }

  private static KerasModel model(
      ConfigSource source, ModelConfig config, String version, Hdf5File file) {
    WeightsFile values = new WeightsFile(source, file);
    Weights weights = values.weights(config.model());
    @Nullable CompileSpec compile = config.compile();
    @Nullable OptimizerState state =
        compile == null ? null : values.optimizerState(config.model(), compile.optimizer());
    return new KerasModel(source.path(), config, weights, state, version);
  }
}
