package io.rhyton.examples.programs.transfer;

import io.rhyton.applications.PreprocessingMode;
import io.rhyton.examples.programs.DataOptions;
import io.rhyton.examples.programs.ExecutionOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@link FineTune}. */
final class FineTuneOptions {
  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description = "A .keras or .h5 file with weights, of a model that takes RGB images.")
  Path model = Path.of("");

  @Mixin DataOptions data = new DataOptions();

  @Option(
      names = "--up-to",
      paramLabel = "LAYER",
      description =
          "Last layer to keep, whose output is an image or a vector (default: the one before the"
              + " classifier, or the last one if there is no classifier).")
  @Nullable String upTo;

  @Option(
      names = "--preprocessing",
      paramLabel = "MODE",
      description =
          "How pixel values from 0 to 255 are transformed, as for one of Keras's applications:"
              + " ${COMPLETION-CANDIDATES} (default: multiplied by 1/255, unless the model begins"
              + " with a Rescaling layer).")
  @Nullable PreprocessingMode preprocessing;

  @Option(
      names = "--head-epochs",
      paramLabel = "N",
      description = "Number of epochs for the new head alone (default: ${DEFAULT-VALUE}).")
  int headEpochs = 3;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Number of epochs for all layers after that (default: ${DEFAULT-VALUE}).")
  int epochs = 3;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      description = "Number of images per step (default: ${DEFAULT-VALUE}).")
  int batchSize = 32;

  @Mixin ExecutionOptions execution = new ExecutionOptions();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "New folder for the results (default: ${DEFAULT-VALUE}).")
  Path out = Path.of("runs", "fine-tuned");
}
