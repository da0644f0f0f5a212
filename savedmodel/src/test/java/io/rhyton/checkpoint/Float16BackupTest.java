package io.rhyton.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.callback.Callback;
import io.rhyton.callback.Training;
import io.rhyton.data.Dataset;
import io.rhyton.execution.DTypePolicy;
import io.rhyton.execution.Execution;
import io.rhyton.history.Scores;
import io.rhyton.model.Sequential;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.progress.Progress;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Float16BackupTest {
  private static final Dataset DATA = KilledTraining.data();
  private static final String SCALE = "optimizer/dynamic_scale";

  @TempDir private Path folder;

  /** A model whose first steps overflow. */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // The caller closes it.
  private static Model model() {
    Model model =
        Model.compile(
            Sequential.image(2, 2, 1)
                .add(Flatten.of())
                .add(Dense.of(3))
                .add(Dropout.of(0.5))
                .add(Dense.of(1))
                .build("m"),
            CompileSpec.of(Adam.of(0.01), MeanSquaredError.of()),
            Execution.defaults().seed(5).dtypePolicy(DTypePolicy.MIXED_FLOAT16));
    OptimizerState state = model.optimizerState();
    Weights.Builder slots = Weights.builder();
    for (String name : state.slots().names()) {
      float[] values = state.slots().values(name);
      slots.add(
          name, state.slots().shape(name), name.equals(SCALE) ? new float[] {0x1p30f} : values);
    }
    model.loadOptimizerState(new OptimizerState(0, state.learningRate(), slots.build()));
    return model;
  }

  private static Fit fit(Callback... callbacks) {
    return Fit.epochs(4).batchSize(16).progress(Progress.NONE).callbacks(callbacks);
  }

  private record Failure(int at) implements Callback {
    @Override
    public void onTrainBatchEnd(Training training, int step, Supplier<Scores> running) {
      if (step == at) {
        throw new IllegalStateException("power cut");
      }
    }
  }

  @Test
  void theLossScaleIsRestored() {
    Fit saving = fit(new Failure(6), BackupAndRestore.of(folder).saveFreq(2));
    try (Model broken = model()) {
      assertThatThrownBy(() -> broken.fit(DATA, saving)).hasMessage("power cut");
    }
    try (Model whole = model();
        Model resumed = model()) {
      whole.fit(DATA, fit());
      resumed.fit(DATA, fit(new Failure(-1), BackupAndRestore.of(folder).saveFreq(2)));
      assertThat(resumed.weights()).isEqualTo(whole.weights());
      assertThat(resumed.optimizerState()).isEqualTo(whole.optimizerState());
      assertThat(whole.optimizerState().slots().values(SCALE)[0]).isLessThan(0x1p30f);
      assertThat(whole.optimizerState().iteration()).isLessThan(4 * 7).isPositive();
    }
  }
}
