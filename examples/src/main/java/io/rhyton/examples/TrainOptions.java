package io.rhyton.examples;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@link TrainCifar10}. */
final class TrainOptions {
  @Option(
      names = "--variant",
      paramLabel = "NAME",
      description = "The network: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  Variant variant = Variant.DROPOUT;

  @Mixin DataOptions data = new DataOptions();

  @Option(
      names = "--image-size",
      paramLabel = "N",
      description =
          "What images from a folder of your own are brought to; default ${DEFAULT-VALUE}.")
  int imageSize = 32;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "How often to go through the data; default 5 for shapes, else 25.")
  @Nullable Integer epochs;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      description = "Images a step; default ${DEFAULT-VALUE}.")
  int batchSize = 64;

  @Option(
      names = "--validation-split",
      paramLabel = "PART",
      description = "What part of the images to validate with; default ${DEFAULT-VALUE}.")
  double validationSplit = 0.2;

  @Option(
      names = "--cosine",
      description = {
        "Let the learning rate of 0.001 fall to 0 over the epochs, in half a wave,",
        "as augmented and resnet9 do anyway."
      })
  boolean cosine;

  @Mixin ExecutionOptions execution = new ExecutionOptions();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "A new folder for what is written; default runs/<variant>.")
  @Nullable Path out;

  int epochsOrDefault() {
    if (epochs != null) {
      return epochs;
    }
    return data.areDrawn() ? 5 : 25;
  }

  Path outOrDefault() {
    return out != null ? out : Path.of("runs", variant.toString());
  }
}
