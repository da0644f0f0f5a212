package io.rhyton.savedmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.inference.Predictor;
import io.rhyton.training.Model;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;

/** The predictor that {@link SavedModel#read} returns. */
@Timeout(60)
class LoadedPredictorTest {
  private static final int THREADS = 4;
  private static final int CLOSING = 120;
  private static final float[] SAMPLE = ExampleModel.VECTORS.samples(1);

  @TempDir private static Path temporary;

  private static Path folder = Path.of("");
  private static float[] expected = {};

  @BeforeAll
  static void writeAModel() {
    folder = temporary.resolve("model");
    try (Model model = ExampleModel.VECTORS.compiled(1)) {
      expected = model.predict(SAMPLE);
      SavedModel.write(model, folder);
    }
  }

  @Test
  @SuppressWarnings("MustBeClosedChecker") // Closed, to be used afterwards.
  void everyUseAfterCloseIsRejected() {
    Predictor saved = SavedModel.read(folder);
    saved.close();
    saved.close();

    for (ThrowingCallable use :
        List.<ThrowingCallable>of(
            () -> saved.predict(SAMPLE),
            () -> saved.predict(NdArrays.ofFloats(Shape.of(1, 7))),
            () -> saved.predict(vectors(7)))) {
      assertThatThrownBy(use)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("SavedModel '%s' is closed", folder);
    }
  }

  private static Dataset vectors(int length) {
    return Dataset.vectors(new float[2][length], new int[2]);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 6, 8})
  void aSampleOfAnotherLengthIsRejected(int length) {
    try (Predictor saved = SavedModel.read(folder)) {
      assertThatThrownBy(() -> saved.predict(new float[length]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("SavedModel '%s' takes samples of [7], got %s values", folder, length);
    }
  }

  @Test
  void aBatchOfAnotherShapeIsRejected() {
    try (Predictor saved = SavedModel.read(folder)) {
      for (Shape shape : List.of(Shape.of(7), Shape.of(2, 6), Shape.of(2, 7, 1), Shape.of(7, 2))) {
        FloatNdArray batch = NdArrays.ofFloats(shape);
        assertThatThrownBy(() -> saved.predict(batch))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage(
                "SavedModel '%s' takes batches of [?, 7], got %s",
                folder, List.of(box(shape.asArray())));
      }
    }
  }

  private static Object[] box(long[] sizes) {
    return Arrays.stream(sizes).boxed().toArray();
  }

  @Test
  void aDataSetOfAnotherShapeIsRejected() {
    try (Predictor saved = SavedModel.read(folder)) {
      assertThatThrownBy(() -> saved.predict(vectors(5)))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "SavedModel '%s': expected samples of [7], got [5]."
                  + " Resize the data, or build the model for its shape.",
              folder);
    }
  }

  @Test
  void severalThreadsPredictConcurrently() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try (Predictor saved = SavedModel.read(folder)) {
      List<Future<float[]>> outputs = new ArrayList<>();
      for (int i = 0; i < 50 * THREADS; i++) {
        outputs.add(pool.submit(() -> saved.predict(SAMPLE)));
      }
      for (Future<float[]> output : outputs) {
        assertThat(output.get()).isEqualTo(expected);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void closingWaitsForPredictionsAndRejectsLaterOnes() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(CLOSING);
    try {
      for (int round = 0; round < 3; round++) {
        List<Future<IllegalStateException>> ends = new ArrayList<>();
        try (Predictor saved = SavedModel.read(folder)) {
          CountDownLatch predicting = new CountDownLatch(CLOSING);
          for (int i = 0; i < CLOSING; i++) {
            ends.add(pool.submit(() -> predictUntilClosed(saved, predicting)));
          }
          predicting.await();
        }
        for (Future<IllegalStateException> end : ends) {
          assertThat(end.get()).hasMessage("SavedModel '%s' is closed", folder);
        }
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static IllegalStateException predictUntilClosed(
      Predictor saved, CountDownLatch predicting) {
    while (true) {
      try {
        assertThat(saved.predict(SAMPLE)).isEqualTo(expected);
      } catch (IllegalStateException closed) {
        return closed;
      } finally {
        predicting.countDown();
      }
    }
  }
}
