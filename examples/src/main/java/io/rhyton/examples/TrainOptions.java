package io.rhyton.examples;

import io.rhyton.training.Precision;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@link TrainCifar10}. */
final class TrainOptions {
  @Option(
      names = "--variant",
      paramLabel = "NAME",
      description = "The network: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  Variant variant = Variant.DROPOUT;

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

  @Option(
      names = "--precision",
      paramLabel = "TYPE",
      description = "float32 or bfloat16; default float32.")
  Precision precision = Precision.FLOAT32;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Two runs with one seed are equal; default: another seed each time.")
  @Nullable Long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads TensorFlow uses; default one a core.")
  int threads;

  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "Use only so many training and test images, for a quick try.")
  int samples = Integer.MAX_VALUE;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "A new folder for what is written; default runs/<variant>.")
  @Nullable Path out;

  int epochsOrDefault() {
    if (epochs != null) {
      return epochs;
    }
    return data.equals(ImageData.SHAPES) ? 5 : 25;
  }

  Path outOrDefault() {
    return out != null ? out : Path.of("runs", variant.toString());
  }
}
