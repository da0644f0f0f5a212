package io.rhyton.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.callback.Callback;
import io.rhyton.callback.LearningRateScheduler;
import io.rhyton.callback.Training;
import io.rhyton.history.EpochLog;
import io.rhyton.history.History;
import io.rhyton.history.Scores;
import io.rhyton.training.fit.Fit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CountsTest {

  /** Records the numbers that a callback sees. */
  private static final class Numbers implements Callback {
    private final List<String> seen = new ArrayList<>();

    @Override
    public void onTrainBegin(Training training) {
      seen.add("begin " + training.epoch() + "." + training.step());
    }

    @Override
    public void onEpochBegin(Training training) {
      seen.add("epoch " + training.epoch() + " of " + training.epochs());
    }

    @Override
    public void onTrainBatchEnd(Training training, int step, Supplier<Scores> running) {
      seen.add("step " + training.epoch() + "." + step);
    }

    @Override
    public void onEpochEnd(Training training, EpochLog log) {
      seen.add("end " + log.epoch());
    }
  }

  @Test
  void epochsAndStepsAreCountedFromOne() {
    Numbers numbers = new Numbers();
    try (Model model = SmallModels.compiled(1)) {
      Fit fit = SmallModels.fit(4).initialEpoch(2).batchSize(16).callbacks(numbers);
      History history = model.fit(SmallModels.images(32), fit);
      assertThat(history.epochs()).extracting(EpochLog::epoch).containsExactly(3, 4);
    }
    assertThat(numbers.seen)
        .containsExactly(
            "begin 2.0",
            "epoch 3 of 4",
            "step 3.1",
            "step 3.2",
            "end 3",
            "epoch 4 of 4",
            "step 4.1",
            "step 4.2",
            "end 4");
  }

  @Test
  void aScheduleCountsEpochsFromZeroAsInKeras() {
    List<Integer> epochs = new ArrayList<>();
    LearningRateScheduler scheduler =
        LearningRateScheduler.of(
            (epoch, rate) -> {
              epochs.add(epoch);
              return rate;
            });
    try (Model model = SmallModels.compiled(1)) {
      model.fit(SmallModels.images(16), SmallModels.fit(2).callbacks(scheduler));
    }
    assertThat(epochs).containsExactly(0, 1);
  }
}
