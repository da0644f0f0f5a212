package io.rhyton.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.rhyton.callback.Callback;
import io.rhyton.callback.Training;
import io.rhyton.data.BatchSource;
import io.rhyton.data.Dataset;
import io.rhyton.history.EpochLog;
import io.rhyton.inference.Predictor;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Models that are closed while they are used. */
@Timeout(60)
@SuppressWarnings({"MustBeClosedChecker", "try"}) // Closed early, on purpose.
class ModelCloseTest {
  private static final int THREADS = 120;

  /** Fewer, as each of them takes much longer. */
  private static final int SLOW_THREADS = 21;

  private static final Dataset DATA = SmallModels.images(70);
  private static final float[] SAMPLE = DATA.input().values(3);
  private static final String CLOSED = "Model 'small' is closed";

  @Test
  void aPredictionWhileTheModelIsClosedIsRightOrRejected() throws Exception {
    float[] expected;
    Weights weights;
    try (Model model = SmallModels.compiled(1)) {
      expected = model.predict(SAMPLE);
      weights = model.weights();
    }
    Predictor predictor = Model.predictor(SmallModels.spec(), weights);
    closeDuring(
        THREADS, predictor, () -> assertThat(predictor.predict(SAMPLE)).isEqualTo(expected));
  }

  @Test
  void everyOtherUseWhileTheModelIsClosedIsDoneOrRejected() throws Exception {
    Model model = SmallModels.compiled(1);
    Weights weights = model.weights();
    Dataset weighted = DATA.sampleWeights(new float[70]);
    closeDuring(
        SLOW_THREADS,
        model,
        () -> model.predict(DATA),
        () -> model.evaluate(DATA, 16, Progress.NONE),
        () -> model.evaluate(weighted, 16, Progress.NONE),
        () -> model.trainOnBatch(DATA),
        model::weights,
        model::optimizerState,
        () -> model.loadWeights(weights));
  }

  /** Closes it once every thread has used it; the uses must end with our own words. */
  private static void closeDuring(int threads, Predictor open, Runnable... uses) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CountDownLatch using = new CountDownLatch(threads);
      List<Future<IllegalStateException>> ends = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Runnable use = uses[i % uses.length];
        ends.add(pool.submit(() -> useUntilClosed(use, using)));
      }
      using.await();
      open.close();
      for (Future<IllegalStateException> end : ends) {
        assertThat(end.get()).hasMessage(CLOSED);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static IllegalStateException useUntilClosed(Runnable use, CountDownLatch using) {
    while (true) {
      try {
        use.run();
      } catch (IllegalStateException closed) {
        return closed;
      } finally {
        using.countDown();
      }
    }
  }

  @Test
  void aModelClosedByItsCallbackEndsTheTraining() {
    Model model = SmallModels.compiled(1);
    Callback closes =
        new Callback() {
          @Override
          public void onEpochEnd(Training training, EpochLog log) {
            model.close();
          }
        };
    assertThatIllegalStateException()
        .isThrownBy(() -> model.fit(DATA, SmallModels.fit(2).callbacks(closes)))
        .withMessage(CLOSED);
    assertThat(model).hasToString("Model 'small': [?, 6, 6, 1] -> [?, 2], closed, 90 parameters");
  }

  @Test
  void aModelClosedByItsBatchSourceEndsThePrediction() {
    Model model = SmallModels.compiled(1);
    BatchSource source = pass -> Stream.of(DATA, DATA).peek(batch -> model.close());
    assertThatIllegalStateException().isThrownBy(() -> model.predict(source)).withMessage(CLOSED);
  }

  @Test
  void aModelIsNotClosedByAFunctionThatReadsIt() {
    try (Model model = SmallModels.compiled(1)) {
      assertThatIllegalStateException()
          .isThrownBy(
              () ->
                  model.inspect(
                      values -> {
                        model.close();
                        return values.weights();
                      }))
          .withMessage(
              "Model 'small' cannot be closed by a function that is reading it;"
                  + " close it afterwards");
      assertThat(model.predict(SAMPLE)).hasSize(2);
    }
  }

  @Test
  void closingWaitsForTheTrainingOfAnotherThread() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      Model model = SmallModels.compiled(1);
      CountDownLatch began = new CountDownLatch(1);
      Callback signals =
          new Callback() {
            @Override
            public void onTrainBegin(Training training) {
              began.countDown();
            }
          };
      Future<Integer> epochs =
          pool.submit(() -> model.fit(DATA, SmallModels.fit(3).callbacks(signals)).epochs().size());
      began.await();
      model.close();
      assertThat(epochs.get()).isEqualTo(3);
    } finally {
      pool.shutdownNow();
    }
  }
}
