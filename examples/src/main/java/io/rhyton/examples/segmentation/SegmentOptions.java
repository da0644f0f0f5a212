package io.rhyton.examples.segmentation;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@link Segment}. */
final class SegmentOptions {
  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "How many pictures to train on; default ${DEFAULT-VALUE}.")
  int samples = 4_000;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "How often to go through them; default ${DEFAULT-VALUE}.")
  int epochs = 8;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      description = "Pictures a step; default ${DEFAULT-VALUE}.")
  int batchSize = 32;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Two runs with one seed are equal; default: another seed each time.")
  @Nullable Long seed;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "A new folder for what is written; default ${DEFAULT-VALUE}.")
  Path out = Path.of("runs", "unet");
}
