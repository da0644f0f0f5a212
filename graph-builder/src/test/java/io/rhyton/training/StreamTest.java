package io.rhyton.training;

import static io.rhyton.data.DataErrors.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.callback.Callback;
import io.rhyton.callback.Training;
import io.rhyton.data.BatchSource;
import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.history.EpochLog;
import io.rhyton.history.History;
import io.rhyton.history.Scores;
import io.rhyton.training.fit.Fit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.buffer.DataBuffers;

@Timeout(60)
class StreamTest {
  private static final Dataset DATA = SmallModels.images(70);

  /** The samples in order, in batches of 16. */
  private static List<Dataset> batches() {
    return batchesOf(16);
  }

  private static List<Dataset> batchesOf(int size) {
    List<Dataset> batches = new ArrayList<>();
    for (int from = 0; from < DATA.size(); from += size) {
      batches.add(DATA.skip(from).take(size));
    }
    return batches;
  }

  private static Fit inOrder(int epochs) {
    return SmallModels.fit(epochs).batchSize(16).shuffle(false);
  }

  @Test
  void batchesTrainLikeTheirSamplesInOrder() {
    try (Model sampled = SmallModels.compiled(1);
        Model streamed = SmallModels.compiled(1)) {
      History expected = sampled.fit(DATA, inOrder(3).validationData(DATA));
      BatchSource source = BatchSource.of(batches());
      History history = streamed.fit(source, SmallModels.fit(3).validationData(source));
      assertThat(history.epochs())
          .extracting(EpochLog::scores)
          .isEqualTo(expected.epochs().stream().map(EpochLog::scores).toList());
      assertThat(streamed.weights()).isEqualTo(sampled.weights());
      assertThat(streamed.evaluate(source)).isEqualTo(sampled.evaluate(DATA, 16));
    }
  }

  @Test
  void weightedBatchesTrainLikeWeightedSamples() {
    float[] weights = new float[70];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = i % 3;
    }
    Dataset weighted = DATA.sampleWeights(weights);
    Stream<Dataset> batches = Stream.of(weighted.take(40), weighted.skip(40));
    try (Model sampled = SmallModels.compiled(1);
        Model streamed = SmallModels.compiled(1)) {
      sampled.fit(weighted, inOrder(1).batchSize(40));
      streamed.fit(BatchSource.ofStreams(() -> batches), SmallModels.fit(1));
      assertThat(streamed.weights()).isEqualTo(sampled.weights());
      Map<Integer, Double> classWeight = Map.of(1, 3.0);
      sampled.fit(DATA, inOrder(1).classWeight(classWeight));
      streamed.fit(BatchSource.of(batches()), SmallModels.fit(1).classWeight(classWeight));
      assertThat(streamed.weights()).isEqualTo(sampled.weights());
    }
  }

  @Test
  void epochsOfFixedStepsContinueWhereThePreviousEnded() {
    List<Integer> passes = new ArrayList<>();
    BatchSource source =
        pass -> {
          passes.add(pass);
          return batches().stream();
        };
    try (Model sampled = SmallModels.compiled(1);
        Model streamed = SmallModels.compiled(1)) {
      Dataset whole = DATA.take(64);
      sampled.fit(whole, inOrder(4).stepsPerEpoch(3));
      streamed.fit(BatchSource.of(batches().subList(0, 4)), SmallModels.fit(4).stepsPerEpoch(3));
      assertThat(streamed.weights()).isEqualTo(sampled.weights());
      streamed.fit(source, SmallModels.fit(4).stepsPerEpoch(3));
      assertThat(passes).containsExactly(1, 2, 3);
      passes.clear();
      streamed.fit(source, SmallModels.fit(2));
      assertThat(passes).containsExactly(1, 2);
    }
  }

  @Test
  void aSingleUseIteratorIsUsedUntilItIsExhausted() {
    Iterator<Dataset> once = batches().iterator();
    BatchSource source = BatchSource.of(() -> once);
    try (Model model = SmallModels.compiled(1)) {
      assertThat(model.fit(source, SmallModels.fit(2).stepsPerEpoch(2)).epochs()).hasSize(2);
      refused(
          () -> model.fit(source, SmallModels.fit(2)),
          "Batch source, pass 2: expected at least one batch, got none. Start from the beginning"
              + " in each pass, or set a smaller stepsPerEpoch.");
      refused(
          () -> model.evaluate(source),
          "Batch source, pass 1: expected at least one batch, got none. Start from the beginning"
              + " in each pass, or set a smaller stepsPerEpoch.");
    }
  }

  /** At most two batches are read ahead of the one in training. */
  @Test
  void atMostTwoBatchesArePrefetched() {
    AtomicInteger read = new AtomicInteger();
    List<Integer> ahead = new ArrayList<>();
    BatchSource endless =
        BatchSource.ofStreams(
            () -> Stream.generate(() -> DATA.take(8)).peek(batch -> read.incrementAndGet()));
    Callback watch =
        new Callback() {
          @Override
          public void onTrainBatchEnd(Training training, int step, Supplier<Scores> running) {
            ahead.add(read.get() - step);
          }
        };
    try (Model model = SmallModels.compiled(1)) {
      model.fit(endless, SmallModels.fit(1).stepsPerEpoch(50).callbacks(watch));
    }
    assertThat(ahead).allMatch(count -> count >= 0 && count <= 2);
    assertThat(read.get()).isEqualTo(50);
  }

  @Test
  void aSourceThatThrowsEndsTrainingAndLeavesTheModelUsable() {
    UncheckedIOException cause = new UncheckedIOException(new IOException("the line is dead"));
    AtomicInteger closed = new AtomicInteger();
    BatchSource broken =
        pass ->
            Stream.concat(batches().stream().limit(3), Stream.generate(() -> fail(cause)))
                .onClose(closed::incrementAndGet);
    for (int run = 0; run < 2; run++) {
      long before = Pointer.totalCount();
      try (Model model = SmallModels.compiled(1)) {
        assertThatThrownBy(() -> model.fit(broken, SmallModels.fit(2)))
            .isInstanceOf(DataException.class)
            .hasMessage(
                "Batch source, batch 4 of pass 1: expected a batch, got "
                    + cause
                    + ". Fix the source; the model is unchanged since the last step.")
            .cause()
            .isSameAs(cause);
        assertThat(model.optimizerState().iteration()).isEqualTo(3);
        assertThatThrownBy(() -> model.evaluate(broken)).hasCause(cause);
        assertThat(model.fit(BatchSource.of(batches()), SmallModels.fit(1)).epochs()).hasSize(1);
      }
      if (run > 0) {
        assertThat(Pointer.totalCount()).isEqualTo(before);
      }
    }
    assertThat(closed.get()).isEqualTo(4);
  }

  private static Dataset fail(RuntimeException cause) {
    throw cause;
  }

  @Test
  void batchesThatDoNotFitAreReported() {
    float[] pixels = new float[72];
    pixels[40] = Float.NaN;
    try (Model model = SmallModels.compiled(1)) {
      refused(
          () -> model.fit(second(Dataset.images(6, 6, 1, pixels, new int[2])), SmallModels.fit(1)),
          "Data set, batch 2 of pass 1: expected finite values, got NaN in sample 1. "
              + "Leave the sample out, or replace the value.");
      refused(
          () ->
              model.fit(
                  second(Dataset.images(5, 5, 1, new float[25], new int[1])), SmallModels.fit(1)),
          "Model 'small', batch 2 of pass 1: expected samples of [6, 6, 1], got [5, 5, 1]. "
              + "Resize the data, or build the model for its shape.");
      refused(
          () -> model.evaluate(second(DATA.take(0))),
          "Model 'small', batch 2 of pass 1: expected at least one sample, got an empty data set. "
              + "Provide data, or use a smaller validationSplit.");
      refused(
          () -> model.fit(BatchSource.of(Arrays.asList(DATA, null)), SmallModels.fit(1)),
          "Batch source, batch 2 of pass 1: expected a batch, got null. "
              + "Fix the source; the model is unchanged since the last step.");
      assertThat(model.fit(BatchSource.of(batches()), SmallModels.fit(1)).epochs()).hasSize(1);
    }
  }

  private static BatchSource second(Dataset batch) {
    return BatchSource.of(List.of(DATA.take(8), batch));
  }

  @Test
  void optionsThatRequireADataSetAreRejected() {
    try (Model model = SmallModels.compiled(1)) {
      assertThatThrownBy(
              () -> model.fit(BatchSource.of(batches()), SmallModels.fit(1).validationSplit(0.25)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "validationSplit must be 0 for a batch source, got 0.25; use validationData instead");
    }
  }

  @Test
  void batchesArePredictedLikeTheirSamples() {
    try (Model model = SmallModels.compiled(1)) {
      FloatNdArray expected = model.predict(DATA);
      BatchSource source = BatchSource.of(batchesOf(32));
      assertThat(values(model.predict(source))).isEqualTo(values(expected));
      assertThat(model.predict(source).shape()).isEqualTo(expected.shape());
      FloatNdArray named = Objects.requireNonNull(model.predictAll(source).get("dense"));
      assertThat(values(named)).isEqualTo(values(expected));
      Dataset unlabeled = Dataset.ofColumns(DATA.inputs()).take(20);
      assertThat(values(model.predict(BatchSource.of(List.of(unlabeled)))))
          .isEqualTo(values(model.predict(unlabeled)));
      refused(
          () -> model.predict(second(Dataset.images(5, 5, 1, new float[25]))),
          "Model 'small', batch 2 of pass 1: expected samples of [6, 6, 1], got [5, 5, 1]. "
              + "Resize the data, or build the model for its shape.");
      refused(
          () -> model.predict(BatchSource.of(List.of())),
          "Batch source, pass 1: expected at least one batch, got none. Start from the beginning"
              + " in each pass, or set a smaller stepsPerEpoch.");
    }
  }

  private static float[] values(FloatNdArray array) {
    float[] values = new float[(int) array.size()];
    array.copyTo(NdArrays.wrap(array.shape(), DataBuffers.of(values, false, false)));
    return values;
  }

  @Test
  void anInterruptEndsTrainingThatWaitsForTheSource() {
    Thread trains = Thread.currentThread();
    BatchSource stuck =
        BatchSource.ofStreams(
            () ->
                Stream.concat(
                    batches().stream().limit(2),
                    Stream.generate(
                        () -> {
                          trains.interrupt();
                          return waitForEver();
                        })));
    try (Model model = SmallModels.compiled(1)) {
      History history = model.fit(stuck, SmallModels.fit(1));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(history.interrupted()).isTrue();
      assertThatThrownBy(() -> model.evaluate(stuck))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "Batch source: expected the next batch, got an interrupt. Call evaluate again.");
      assertThat(Thread.interrupted()).isTrue();
      assertThatThrownBy(() -> model.predict(stuck))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "Batch source: expected the next batch, got an interrupt. Call predict again.");
      assertThat(Thread.interrupted()).isTrue();
      assertThat(model.optimizerState().iteration()).isLessThanOrEqualTo(2);
    }
  }

  private static Dataset waitForEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("was interrupted", e);
    }
    return DATA;
  }
}
