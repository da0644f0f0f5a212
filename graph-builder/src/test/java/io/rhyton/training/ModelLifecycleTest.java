package io.rhyton.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.data.Dataset;
import io.rhyton.execution.ModelValues;
import io.rhyton.history.History;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.weight.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Offset;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;

class ModelLifecycleTest {
  private static final Dataset DATA = SmallModels.images(20);

  @Test
  @SuppressWarnings("MustBeClosedChecker") // Closed early, on purpose.
  void everyUseAfterCloseIsRejected() {
    Model model = SmallModels.compiled(1);
    Weights weights = model.weights();
    OptimizerState state = model.optimizerState();
    model.close();
    model.close();
    for (ThrowingCallable use :
        List.<ThrowingCallable>of(
            () -> model.fit(DATA, SmallModels.fit(1)),
            () -> model.trainOnBatch(DATA),
            () -> model.evaluate(DATA),
            () -> model.predict(new float[36]),
            () -> model.predict(NdArrays.ofFloats(Shape.of(1, 6, 6, 1))),
            () -> model.predict(DATA),
            model::weights,
            () -> model.loadWeights(weights),
            model::optimizerState,
            () -> model.loadOptimizerState(state),
            () -> model.inspect(ModelValues::weights))) {
      assertThatThrownBy(use)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("Model 'small' is closed");
    }
  }

  @Test
  void samplesBatchesAndDataSetsGiveTheSamePredictions() {
    try (Model model = SmallModels.compiled(1)) {
      float[] first = model.predict(DATA.input().values(0));
      assertThat(model.predict(DATA).getFloat(0, 1)).isEqualTo(first[1], within());
      assertThat(
              model
                  .predict(
                      NdArrays.wrap(Shape.of(1, 6, 6, 1), DataBuffers.of(DATA.input().values(0))))
                  .getFloat(0, 1))
          .isEqualTo(first[1]);
    }
  }

  private static Offset<Float> within() {
    return Offset.offset(1e-6f);
  }

  @Test
  void loadedWeightsReplaceAllWeights() {
    try (Model one = SmallModels.compiled(1);
        Model other = SmallModels.compiled(2)) {
      other.loadWeights(one.weights());
      assertThat(other.weights()).isEqualTo(one.weights());
      assertThat(other.predict(DATA.input().values(3)))
          .isEqualTo(one.predict(DATA.input().values(3)));
    }
  }

  @Test
  void twoModelsOfOneSpecDoNotShareWeights() {
    try (Model one = SmallModels.compiled(1);
        Model other = SmallModels.compiled(1)) {
      Weights before = other.weights();
      one.trainOnBatch(DATA);
      assertThat(other.weights()).isEqualTo(before).isNotEqualTo(one.weights());
    }
  }

  @Test
  @Timeout(30)
  void severalThreadsPredictConcurrentlyWhileOneTrains() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try (Model model = SmallModels.compiled(1)) {
      Future<History> training = pool.submit(() -> model.fit(DATA, SmallModels.fit(20)));
      List<Future<Float>> sums = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        float[] sample = DATA.input().values(i % DATA.size());
        sums.add(
            pool.submit(
                () -> {
                  float[] output = model.predict(sample);
                  return output[0] + output[1];
                }));
      }
      for (Future<Float> sum : sums) {
        assertThat(sum.get()).isEqualTo(1, within());
      }
      assertThat(training.get().epochs()).hasSize(20);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void noNativeMemoryLeaks() {
    useOnce();
    long before = Pointer.totalCount();
    for (int i = 0; i < 5; i++) {
      useOnce();
    }
    assertThat(Pointer.totalCount()).isEqualTo(before);
  }

  private static void useOnce() {
    try (Model model = SmallModels.compiled(1)) {
      model.fit(DATA, SmallModels.fit(2).validationSplit(0.25));
      model.trainOnBatch(DATA);
      model.evaluate(DATA);
      model.predict(DATA);
      model.predict(DATA.input().values(0));
      model.loadWeights(model.weights());
      model.loadOptimizerState(model.optimizerState());
      assertThatThrownBy(
          () -> model.fit(Dataset.images(6, 6, 1, nan(), new int[40]), SmallModels.fit(1)));
    }
  }

  private static float[] nan() {
    float[] values = new float[40 * 36];
    Arrays.fill(values, Float.NaN);
    return values;
  }
}
