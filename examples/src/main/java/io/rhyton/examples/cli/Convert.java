package io.rhyton.examples.cli;

import io.rhyton.keras.KerasFile;
import io.rhyton.keras.KerasModel;
import io.rhyton.keras.KerasWeights;
import io.rhyton.savedmodel.SavedModel;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Converts a model to another file format. */
@Command(
    name = "convert",
    description = "Converts a model to another file format, which the extension of TO selects.")
final class Convert implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "FROM",
      description = "A .keras or .h5 file with weights, or a SavedModel folder of Keras 2.")
  private Path from = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "TO",
      description = "A .keras file, a .weights.h5 file, or else a new SavedModel folder.")
  private Path to = Path.of("");

  @Override
  public Integer call() {
    run(from, to);
    return 0;
  }

  static void run(Path from, Path to) {
    KerasModel model = KerasFile.read(from);
    String name = to.toString();
    if (name.endsWith(".keras")) {
      KerasFile.write(model, to);
    } else if (name.endsWith(".weights.h5")) {
      KerasWeights.write(model, to);
    } else {
      SavedModel.write(model.spec(), model.requireWeights(), to);
    }
  }
}
