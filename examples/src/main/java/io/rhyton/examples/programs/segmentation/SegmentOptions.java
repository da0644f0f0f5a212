package io.rhyton.examples.programs.segmentation;

import io.rhyton.examples.programs.ExecutionOptions;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@link Segment}. */
final class SegmentOptions {
  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "Number of training images (default: ${DEFAULT-VALUE}).")
  int samples = 4_000;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Number of epochs (default: ${DEFAULT-VALUE}).")
  int epochs = 8;

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
  Path out = Path.of("runs", "unet");
}
