package io.rhyton.examples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.execution.DTypePolicy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TrainOptionsTest {

  @Test
  void theDropoutNetworkIsTrainedOnShapesByDefault() {
    TrainOptions options = parsed();
    assertThat(options.variant).isEqualTo(Variant.DROPOUT);
    assertThat(options.data.source).isEqualTo("shapes");
    assertThat(options.epochsOrDefault()).isEqualTo(5);
    assertThat(options.batchSize).isEqualTo(64);
    assertThat(options.execution.dtypePolicy).isEqualTo(DTypePolicy.FLOAT32);
    assertThat(options.execution.seed).isNull();
    assertThat(options.outOrDefault()).isEqualTo(Path.of("runs", "dropout"));
  }

  @Test
  void photosAreTrainedOnForMoreEpochs() {
    assertThat(parsed("--data", "cifar10").epochsOrDefault()).isEqualTo(25);
    assertThat(parsed("--data", "some/folder").epochsOrDefault()).isEqualTo(25);
    assertThat(parsed("--data", "cifar10", "--epochs", "3").epochsOrDefault()).isEqualTo(3);
  }

  @Test
  void theOutputFolderIsNamedAfterTheVariant() {
    assertThat(parsed("--variant", "batchnorm").outOrDefault())
        .isEqualTo(Path.of("runs", "batchnorm"));
  }

  private static TrainOptions parsed(String... arguments) {
    TrainCifar10 command = new TrainCifar10();
    new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
    return command.options;
  }
}
