package io.rhyton.examples.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.artifact.ArtifactException;
import io.rhyton.examples.architectures.ResNet20;
import io.rhyton.model.training.Adam;
import io.rhyton.model.training.SparseCategoricalCrossentropy;
import io.rhyton.savedmodel.SavedModel;
import io.rhyton.training.Model;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferTest {
  @TempDir private Path folder;

  private TransferOptions quick() {
    TransferOptions options = new TransferOptions();
    options.trained = folder;
    options.samples = 20;
    options.tested = 20;
    options.epochs = 1;
    options.seed = 7L;
    return options;
  }

  @Test
  void eachWayIsMeasured() {
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
  void aNetworkThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> Transfer.run(quick()))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining(folder.resolve("model").toString());
  }
}
