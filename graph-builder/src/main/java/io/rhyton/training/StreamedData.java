package io.rhyton.training;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.batch.BatchChange;
import io.rhyton.batch.Batches;
import io.rhyton.batch.LabelForm;
import io.rhyton.batch.SourceAugmenter;
import io.rhyton.batch.SourceFeeder;
import io.rhyton.batch.SourcePasses;
import io.rhyton.batch.TrainingPlan;
import io.rhyton.data.BatchSource;
import io.rhyton.data.Dataset;
import java.util.List;
import java.util.function.UnaryOperator;

/** Batches of a source, as they come. */
final class StreamedData implements TrainingData {
  private final SourcePasses passes;
  private final Fit fit;
  private final UnaryOperator<Dataset> contract;
  private final List<LabelForm> forms;
  private final SourceAugmenter augmenter;

  /**
   * Describes a training.
   *
   * @param source where its batches come from
   * @param fit how it is trained on
   * @param contract checks a batch, and brings its inputs and labels in the model's order
   * @param forms what the labels are fed as
   * @param augmenter changes what is trained on
   */
  StreamedData(
      BatchSource source,
      Fit fit,
      UnaryOperator<Dataset> contract,
      List<LabelForm> forms,
      SourceAugmenter augmenter) {
    this.passes = new SourcePasses(source);
    this.fit = fit;
    this.contract = contract;
    this.forms = forms;
    this.augmenter = augmenter;
  }

  @Override
  public TrainingPlan plan(long seed) {
    Integer steps = fit.pace().stepsPerEpoch();
    return TrainingPlan.ofSource(seed, steps == null ? 0 : steps, fit.use().changes());
  }

  @Override
  @MustBeClosed
  public Batches batches(TrainingPlan plan, int epoch, int step) {
    BatchChange change = augmenter.trained(firstDraw(plan, epoch, step));
    if (plan.steps() == 0) {
      passes.start(epoch);
      passes.skip(step);
      return SourceFeeder.ofPass(passes, contract, forms, change);
    }
    if (!passes.hasBegun()) {
      passes.start(1);
      long done = (epoch - 1L - fit.pace().initialEpoch()) * plan.steps() + step;
      for (long i = 0; i < done; i++) {
        passes.nextOfAnyPass();
      }
    }
    return SourceFeeder.ofCount(passes, plan.steps() - step, contract, forms, change);
  }

  /**
   * What a step is drawn as: its number among all of the training, or, where epochs are of unknown
   * length, one that no step of another epoch has.
   */
  private static long firstDraw(TrainingPlan plan, int epoch, int step) {
    long before = epoch - 1L;
    return (plan.steps() == 0 ? before << Integer.SIZE : before * plan.steps()) + step;
  }

  @Override
  public void close() {
    passes.close();
  }
}
