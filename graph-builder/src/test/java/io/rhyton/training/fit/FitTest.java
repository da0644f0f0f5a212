package io.rhyton.training.fit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.execution.Execution;
import io.rhyton.training.SmallModels;
import org.junit.jupiter.api.Test;

class FitTest {

  @Test
  void valuesOutOfRangeAreRejected() {
    assertThatThrownBy(() -> Fit.epochs(0)).hasMessage("epochs must be > 0, got 0");
    assertThatThrownBy(() -> Fit.epochs(1).batchSize(0)).hasMessage("batchSize must be > 0, got 0");
    assertThatThrownBy(() -> Fit.epochs(1).validationSplit(1))
        .hasMessage("validationSplit must be >= 0 and < 1, got 1.0");
    assertThatThrownBy(() -> Fit.epochs(1).initialEpoch(-1))
        .hasMessage("initialEpoch must be >= 0, got -1");
    assertThatThrownBy(() -> Execution.defaults().threads(-1))
        .hasMessage("threads must be >= 0, got -1");
  }

  @Test
  void validationSplitAndValidationDataTogetherAreRejected() {
    assertThatThrownBy(
            () -> Fit.epochs(1).validationSplit(0.5).validationData(SmallModels.images(2)))
        .hasMessage("set either validationData or validationSplit, not both");
  }
}
