package io.rhyton.training;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.batch.BatchChange;
import io.rhyton.batch.Batches;
import io.rhyton.batch.EpochIterator;
import io.rhyton.batch.LabelForm;
import io.rhyton.batch.SourceAugmenter;
import io.rhyton.batch.StreamPrefetcher;
import io.rhyton.data.BatchSource;
import io.rhyton.data.Dataset;
import io.rhyton.history.TrainingPlan;
import java.util.List;
import java.util.function.UnaryOperator;

/** The batches of a source, in its order. */
final class StreamedData implements TrainingData {
  private final EpochIterator epochs;
  private final Fit fit;
  private final UnaryOperator<Dataset> contract;
  private final List<LabelForm> forms;
  private final SourceAugmenter augmenter;

  /**
   * Creates training data.
   *
   * @param source the batch source
   * @param fit the training options
   * @param contract validates a batch, and returns its inputs and labels in the model's order
   * @param forms the form in which each label is fed
   * @param augmenter augments the batches
   */
  StreamedData(
      BatchSource source,
      Fit fit,
      UnaryOperator<Dataset> contract,
      List<LabelForm> forms,
      SourceAugmenter augmenter) {
    this.epochs = new EpochIterator(source);
    this.fit = fit;
    this.contract = contract;
    this.forms = forms;
    this.augmenter = augmenter;
  }

  @Override
  public TrainingPlan plan(long seed) {
    Integer steps = fit.epochOptions().stepsPerEpoch();
    return TrainingPlan.ofSource(seed, steps == null ? 0 : steps, fit.sampleOptions().changes());
  }

  @Override
  @MustBeClosed
  public Batches batches(TrainingPlan plan, int epoch, int step) {
    BatchChange change = augmenter.trained(firstDraw(plan, epoch, step));
    if (plan.steps() == 0) {
      epochs.start(epoch);
      epochs.skip(step);
      return StreamPrefetcher.ofPass(epochs, contract, forms, change);
    }
    if (!epochs.hasBegun()) {
      epochs.start(1);
      long done = (epoch - 1L - fit.epochOptions().initialEpoch()) * plan.steps() + step;
      for (long i = 0; i < done; i++) {
        epochs.nextOfAnyPass();
      }
    }
    return StreamPrefetcher.ofCount(epochs, plan.steps() - step, contract, forms, change);
  }

  /**
   * The number that seeds the random values of a step: its number in the whole training, or, where
   * epochs have unknown length, a number unique across epochs.
   */
  private static long firstDraw(TrainingPlan plan, int epoch, int step) {
    long before = epoch - 1L;
    return (plan.steps() == 0 ? before << Integer.SIZE : before * plan.steps()) + step;
  }

  @Override
  public void close() {
    epochs.close();
  }
}
