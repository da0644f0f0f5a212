package io.rhyton.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.callback.Callback;
import io.rhyton.callback.Training;
import io.rhyton.data.BatchSource;
import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.data.NormalizationStatistics;
import io.rhyton.history.History;
import io.rhyton.history.Scores;
import io.rhyton.history.TrainingState;
import io.rhyton.model.augmentation.ImageDataGenerator;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.fit.Fit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Images of a batch source are augmented like those of a data set. */
@Timeout(60)
class SourceAugmentationTest {
  private static final ImageDataGenerator NONE = ImageDataGenerator.of();
  private static final ImageDataGenerator MOVES =
      NONE.rotationRange(30).widthShiftRange(0.2).horizontalFlip(true).channelShiftRange(0.3);
  private static final Dataset DATA = SmallModels.images(70);

  private static BatchSource source() {
    return source(DATA);
  }

  private static BatchSource source(Dataset data) {
    List<Dataset> batches = new ArrayList<>();
    for (int from = 0; from < data.size(); from += 16) {
      batches.add(data.skip(from).take(16));
    }
    return BatchSource.of(batches);
  }

  private static Fit fit(int epochs) {
    return SmallModels.fit(epochs).augmentation(MOVES);
  }

  private static Weights trained(long seed, Fit fit) {
    try (Model model = SmallModels.compiled(seed)) {
      model.fit(source(), fit);
      return model.weights();
    }
  }

  @Test
  void oneSeedGivesIdenticalWeights() {
    Weights first = trained(1, fit(3));
    assertThat(trained(1, fit(3))).isEqualTo(first);
    assertThat(trained(1, SmallModels.fit(3))).isNotEqualTo(first);
  }

  @Test
  void stepsAreAugmentedLikeThoseOfADataSet() {
    Dataset whole = DATA.take(64);
    Fit fit = fit(4).stepsPerEpoch(3);
    try (Model sampled = SmallModels.compiled(1);
        Model streamed = SmallModels.compiled(1)) {
      sampled.fit(whole, fit.shuffle(false));
      streamed.fit(source(whole), fit);
      assertThat(streamed.weights()).isEqualTo(sampled.weights());
    }
  }

  @Test
  void trainingInTwoCallsEqualsTrainingInOne() {
    for (Fit all : List.of(fit(4), fit(4).stepsPerEpoch(5))) {
      Fit half = all.epochOptions().stepsPerEpoch() == null ? fit(2) : fit(2).stepsPerEpoch(5);
      try (Model model = SmallModels.compiled(1)) {
        model.fit(source(), half);
        model.fit(source(), all.initialEpoch(2));
        assertThat(model.weights()).isEqualTo(trained(1, all));
      }
    }
  }

  @Test
  void aResumedTrainingContinuesWithTheSameImages() {
    for (Fit fit : List.of(fit(3), fit(3).stepsPerEpoch(5))) {
      Snapshot snapshot = new Snapshot(7);
      Weights whole;
      try (Model model = SmallModels.compiled(1)) {
        model.fit(source(), fit.callbacks(snapshot));
        whole = model.weights();
      }
      try (Model model = SmallModels.compiled(1)) {
        model.fit(source(), fit.callbacks(snapshot.resumed()));
        assertThat(model.weights()).isEqualTo(whole);
      }
    }
  }

  private record Saved(TrainingState state, Weights weights, OptimizerState optimizer) {}

  /** Records the state of a training after a given step. */
  private static final class Snapshot implements Callback {
    private final int after;
    private @Nullable Saved saved;
    private int steps;

    Snapshot(int after) {
      this.after = after;
    }

    @Override
    public void onTrainBatchEnd(Training training, int step, Supplier<Scores> running) {
      steps++;
    }

    @Override
    public void onProgress(Training training) {
      if (steps == after && saved == null) {
        saved = new Saved(training.state(), training.weights(), training.optimizerState());
      }
    }

    Callback resumed() {
      Saved from = Objects.requireNonNull(saved);
      return new Callback() {
        @Override
        public void onTrainBegin(Training training) {
          training.resume(from.state(), from.weights(), from.optimizer());
        }
      };
    }
  }

  @Test
  void validationDataIsOnlyStandardized() {
    ImageDataGenerator generator =
        NormalizationStatistics.adapt(MOVES.featurewiseStdNormalization(true), DATA);
    Dataset standardized = Augmentation.standardize(generator, DATA);
    for (Fit fit :
        List.of(
            SmallModels.fit(1).validationData(DATA), SmallModels.fit(1).validationData(source()))) {
      try (Model model = SmallModels.compiled(1)) {
        History history = model.fit(source(), fit.augmentation(generator));
        assertThat(history.last().scores().values().get("val_loss"))
            .isEqualTo(model.evaluate(standardized, 16).loss())
            .isNotEqualTo(model.evaluate(DATA, 16).loss());
      }
    }
  }

  @Test
  void centeringRequiresTheMean() {
    Fit fit = SmallModels.fit(1).augmentation(NONE.featurewiseCenter(true));
    for (int run = 0; run < 2; run++) {
      long before = Pointer.totalCount();
      try (Model model = SmallModels.compiled(1)) {
        assertThatThrownBy(() -> model.fit(source(), fit))
            .isInstanceOf(DataException.class)
            .hasMessage(
                "Augmentation, batch 1 of pass 1: expected the means of 1 channels, got none. "
                    + "Compute them from the training data: NormalizationStatistics.adapt(generator, data).");
        assertThat(model.fit(source(), fit(1)).epochs()).hasSize(1);
      }
      if (run > 0) {
        assertThat(Pointer.totalCount()).isEqualTo(before);
      }
    }
  }
}
