package io.rhyton.examples.programs.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.artifact.ArtifactException;
import io.rhyton.examples.programs.architectures.ResNet20;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.savedmodel.SavedModel;
import io.rhyton.training.Model;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TransferTest {
  @TempDir private Path folder;

  private TransferOptions quick() {
    return CommandLine.populateCommand(
        new TransferOptions(),
        folder.toString(),
        "--samples=20",
        "--tested=20",
        "--epochs=1",
        "--seed=7");
  }

  @Test
  void eachModelIsEvaluated() {
    try (Model model =
        Model.compile(ResNet20.spec(), Adam.of(), SparseCategoricalCrossentropy.of())) {
      SavedModel.write(model, folder.resolve("model"));
    }
    Transfer.Accuracies accuracies = Transfer.run(quick());
    assertThat(accuracies.head()).isBetween(0.0, 1.0);
    assertThat(accuracies.whole()).isBetween(0.0, 1.0);
    assertThat(accuracies.scratch()).isBetween(0.0, 1.0);
  }

  @Test
  void aMissingModelIsAnError() {
    assertThatThrownBy(() -> Transfer.run(quick()))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining(folder.resolve("model").toString());
  }
}
