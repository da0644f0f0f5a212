package io.rhyton.examples.programs;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@link TrainCifar10}. */
final class TrainOptions {
  @Option(
      names = "--variant",
      paramLabel = "NAME",
      description = "Network to train: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  Variant variant = Variant.DROPOUT;

  @Mixin DataOptions data = new DataOptions();

  @Option(
      names = "--image-size",
      paramLabel = "N",
      description =
          "Height and width in pixels that images from a folder of classes are resized to"
              + " (default: ${DEFAULT-VALUE}).")
  int imageSize = 32;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Number of epochs (default: 5 for shapes, 25 for other data).")
  @Nullable Integer epochs;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      description = "Number of images per step (default: ${DEFAULT-VALUE}).")
  int batchSize = 64;

  @Option(
      names = "--validation-split",
      paramLabel = "FRACTION",
      description =
          "Fraction of the training images to use for validation (default: ${DEFAULT-VALUE}).")
  double validationSplit = 0.2;

  @Option(
      names = "--cosine",
      description =
          "Decay the learning rate from 0.001 to 0 with a cosine schedule; augmented and resnet9"
              + " always have a cosine schedule.")
  boolean cosine;

  @Mixin ExecutionOptions execution = new ExecutionOptions();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "New folder for the results (default: runs/<variant>).")
  @Nullable Path out;

  int epochsOrDefault() {
    if (epochs != null) {
      return epochs;
    }
    return data.isSynthetic() ? 5 : 25;
  }

  Path outOrDefault() {
    return out != null ? out : Path.of("runs", variant.toString());
  }
}
