package io.rhyton.examples.transfer;

import io.rhyton.examples.ImageData;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@link FineTune}. */
final class FineTuneOptions {
  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description = "A .keras or .h5 file with weights, of a model for images of 32 by 32 pixels.")
  Path model = Path.of("");

  @Option(
      names = "--data",
      paramLabel = "DATA",
      description = {
        "What to train on; default ${DEFAULT-VALUE}.",
        "shapes: 10,000 drawn shapes, which need no download.",
        "cifar10: CIFAR-10, downloaded once (170 MB).",
        "A folder: CIFAR-10's binary files in it."
      })
  String data = ImageData.SHAPES;

  @Option(
      names = "--up-to",
      paramLabel = "LAYER",
      description =
          "The last layer to keep, which makes vectors; default the one before the last with"
              + " weights.")
  @Nullable String upTo;

  @Option(
      names = "--head-epochs",
      paramLabel = "N",
      description = "Epochs for the new head alone; default ${DEFAULT-VALUE}.")
  int headEpochs = 3;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Epochs for the whole model after that; default ${DEFAULT-VALUE}.")
  int epochs = 3;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      description = "Images a step; default ${DEFAULT-VALUE}.")
  int batchSize = 32;

  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "Use only so many training and test images.")
  int samples = Integer.MAX_VALUE;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Two runs with one seed are equal; default: another seed each time.")
  @Nullable Long seed;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "A new folder for what is written; default ${DEFAULT-VALUE}.")
  Path out = Path.of("runs", "fine-tuned");
}
