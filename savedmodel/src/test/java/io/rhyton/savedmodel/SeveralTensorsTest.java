package io.rhyton.savedmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rhyton.data.Dataset;
import io.rhyton.history.Scores;
import io.rhyton.inference.Predictor;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.ndarray.FloatNdArray;

/** SavedModels with several inputs and outputs. */
class SeveralTensorsTest {
  @TempDir private Path temporary;

  static Stream<CompileSpec> compiled() {
    return Stream.of(SeveralTensors.BOTH, SeveralTensors.PLACE_ALONE);
  }

  @Test
  void aReadPredictorPredictsTheSame() {
    Path folder = temporary.resolve("model");
    try (Model model = SeveralTensors.compiled(SeveralTensors.BOTH)) {
      SavedModel.write(model, folder);
      List<FloatNdArray> expected = model.predict(SeveralTensors.batches());
      try (Predictor read = SavedModel.read(folder)) {
        assertThat(read.inputShapes()).hasToString(model.inputShapes().toString());
        assertThat(read.outputShapes().keySet()).containsExactly("output_0", "output_1");
        assertThat(read.predict(SeveralTensors.batches())).isEqualTo(expected);
        Map<String, FloatNdArray> byName =
            read.predict(
                Map.of(
                    "view", SeveralTensors.batches().get(0),
                    "hint", SeveralTensors.batches().get(1)));
        assertThat(byName.values()).containsExactlyElementsOf(expected);
      }
    }
  }

  @Test
  void aModelThatIsNotCompiledIsWrittenTheSame() {
    Path folder = temporary.resolve("model");
    try (Model model = SeveralTensors.compiled(SeveralTensors.BOTH)) {
      SavedModel.write(model.spec(), model.weights(), folder);
      try (Predictor read = SavedModel.read(folder)) {
        assertThat(read.predict(SeveralTensors.batches()))
            .isEqualTo(model.predict(SeveralTensors.batches()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("compiled")
  void aReadModelCanBeTrainedFurther(CompileSpec compile) {
    Path folder = temporary.resolve("model");
    Path again = temporary.resolve("again");
    try (Model model = SeveralTensors.compiled(compile)) {
      SavedModel.write(model, folder, SavedModel.withTraining());
      try (TrainableModel read = SavedModel.readTrainable(folder)) {
        assertThat(read.inputShapes().keySet()).containsExactly("view", "hint");
        Dataset data = SeveralTensors.data(compile);
        assertSame(read.evaluate(data), model.evaluate(data));
        assertSame(read.trainOnBatch(data), model.trainOnBatch(data));
        read.save(again);
      }
      try (TrainableModel read = SavedModel.readTrainable(again)) {
        assertTrains(read, model, compile);
      }
    }
  }

  /** The file computes means in float32. */
  private static void assertSame(Scores read, Scores expected) {
    assertThat(read.values()).containsOnlyKeys(expected.values().keySet());
    expected
        .values()
        .forEach(
            (name, value) -> assertThat(read.get(name)).as(name).isCloseTo(value, within(1e-6)));
  }

  private static void assertTrains(TrainableModel read, Model model, CompileSpec compile) {
    for (int step = 0; step < 3; step++) {
      read.trainOnBatch(SeveralTensors.data(compile));
      model.trainOnBatch(SeveralTensors.data(compile));
    }
    Weights expected = model.weights();
    Weights weights = read.weights();
    for (String name : expected.names()) {
      assertThat(weights.values(name))
          .as(name)
          .usingComparatorWithPrecision(1e-6f)
          .containsExactly(expected.values(name));
    }
    assertThat(read.predictAll(SeveralTensors.data(compile)).keySet())
        .containsExactly("output_0", "output_1");
  }

  @Test
  void everythingIsClosed() {
    long before = 0;
    for (int run = 0; run < 3; run++) {
      before = run == 1 ? Pointer.totalCount() : before;
      Path folder = temporary.resolve("model" + run);
      try (Model model = SeveralTensors.compiled(SeveralTensors.BOTH)) {
        SavedModel.write(model, folder, SavedModel.withTraining());
      }
      try (Predictor read = SavedModel.read(folder)) {
        read.predict(SeveralTensors.batches());
      }
      try (TrainableModel read = SavedModel.readTrainable(folder)) {
        read.trainOnBatch(SeveralTensors.data(SeveralTensors.BOTH));
        read.predictAll(SeveralTensors.data(SeveralTensors.BOTH));
      }
    }
    assertThat(Pointer.totalCount()).isEqualTo(before);
  }
}
