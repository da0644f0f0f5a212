package io.rhyton.examples.programs.transfer;

import io.rhyton.examples.programs.ExecutionOptions;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@link Transfer}. */
final class TransferOptions {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FOLDER",
      description =
          "Output folder of rhyton train --variant resnet20 --data cifar10"
              + " (default: ${DEFAULT-VALUE}).")
  Path trained = Path.of("runs", "resnet20");

  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "Number of training images (default: ${DEFAULT-VALUE}).")
  int samples = 200;

  @Option(
      names = "--tested",
      paramLabel = "N",
      description = "Number of test images (default: ${DEFAULT-VALUE}).")
  int tested = 2_000;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description =
          "Number of epochs for the head, and again for all layers (default: ${DEFAULT-VALUE}).")
  int epochs = 15;

  @Mixin ExecutionOptions execution = new ExecutionOptions();
}
