package io.rhyton.savedmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.rhyton.data.Dataset;
import io.rhyton.inference.Predictor;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.weight.Weights;
import io.rhyton.model.weight.Zeros;
import io.rhyton.training.Model;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.progress.Progress;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;

class SavedModelTest {
  private static final int SAMPLES = 40;

  @TempDir private Path temporary;

  @ParameterizedTest
  @EnumSource
  void aSavedModelPredictsBitForBitWhatTheModelDoes(ExampleModel example) {
    Path folder = temporary.resolve("model");
    float[] samples = example.samples(SAMPLES);
    FloatNdArray batch =
        NdArrays.wrap(example.sample().prepend(SAMPLES), DataBuffers.of(samples, true, false));
    float[] one = Arrays.copyOf(samples, (int) example.sample().size());
    Dataset data = dataset(example, samples);

    try (Model model = example.compiled(3)) {
      SavedModel.write(model, folder);
      try (Predictor saved = SavedModel.read(folder)) {
        assertThat(saved.inputShape().asArray()).isEqualTo(model.inputShape().asArray());
        assertThat(saved.outputShape().asArray()).isEqualTo(model.outputShape().asArray());
        if (example != ExampleModel.ANY_SIZE) {
          // The values of one sample do not tell its height and width.
          assertThat(saved.predict(one)).isEqualTo(model.predict(one));
        }
        assertThat(saved.predict(batch)).isEqualTo(model.predict(batch));
        assertThat(saved.predict(data)).isEqualTo(model.predict(data));
      }
    }
  }

  private static Dataset dataset(ExampleModel example, float[] samples) {
    Shape shape = example.sample();
    if (shape.numDimensions() == 3) {
      return Dataset.images((int) shape.get(0), (int) shape.get(1), (int) shape.get(2), samples);
    }
    int length = (int) shape.get(0);
    float[][] rows = new float[SAMPLES][];
    Arrays.setAll(rows, i -> Arrays.copyOfRange(samples, i * length, (i + 1) * length));
    return Dataset.vectors(rows, new int[SAMPLES]);
  }

  @Test
  void twoSavedModelsDoNotShareWeights() {
    float[] sample = ExampleModel.VECTORS.samples(1);
    try (Model model = ExampleModel.VECTORS.compiled(1);
        Model other = ExampleModel.VECTORS.compiled(2)) {
      SavedModel.write(model, temporary.resolve("one"));
      SavedModel.write(other, temporary.resolve("other"));
      try (Predictor one = SavedModel.read(temporary.resolve("one"));
          Predictor two = SavedModel.read(temporary.resolve("other"));
          Predictor again = SavedModel.read(temporary.resolve("one"))) {
        assertThat(one.predict(sample)).isEqualTo(model.predict(sample));
        assertThat(two.predict(sample))
            .isEqualTo(other.predict(sample))
            .isNotEqualTo(model.predict(sample));
        assertThat(again.predict(sample)).isEqualTo(model.predict(sample));
      }
    }
  }

  @Test
  void writingIsASnapshotOfTheWeights() {
    Path folder = temporary.resolve("model");
    float[] sample = ExampleModel.VECTORS.samples(1);
    try (Model model = ExampleModel.VECTORS.compiled(1)) {
      float[] before = model.predict(sample);
      SavedModel.write(model, folder);
      model.trainOnBatch(Dataset.vectors(new float[][] {sample}, new float[][] {{1, 2, 3}}));

      try (Predictor saved = SavedModel.read(folder)) {
        assertThat(saved.predict(sample)).isEqualTo(before).isNotEqualTo(model.predict(sample));
      }
    }
  }

  @Test
  void equalModelsGiveEqualBytes() throws IOException {
    try (Model model = ExampleModel.EVERY_LAYER.compiled(1)) {
      SavedModel.write(model, temporary.resolve("one"));
      SavedModel.write(model, temporary.resolve("other"));
    }
    assertThat(temporary.resolve("other").resolve("saved_model.pb"))
        .hasSameBinaryContentAs(temporary.resolve("one").resolve("saved_model.pb"));
  }

  @Test
  void aSavedModelOutlivesItsModel() {
    Path folder = temporary.resolve("model");
    float[] sample = ExampleModel.VECTORS.samples(1);
    float[] expected;
    try (Model model = ExampleModel.VECTORS.compiled(1)) {
      expected = model.predict(sample);
      SavedModel.write(model, folder);
    }
    try (Predictor saved = SavedModel.read(folder)) {
      assertThat(saved.predict(sample)).isEqualTo(expected);
    }
  }

  /**
   * Kernel and bias start equal and have the same gradient, so between two steps they are equal.
   */
  @Test
  @Timeout(60)
  void aModelIsWrittenBetweenTwoStepsDuringTraining() {
    ModelSpec spec =
        Sequential.vector(1).add(Dense.of(1).kernelInitializer(Zeros.of())).build("line");
    float[][] inputs = new float[4000][1];
    float[][] targets = new float[inputs.length][1];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i][0] = 1;
      targets[i][0] = i;
    }
    Dataset data = Dataset.vectors(inputs, targets);
    try (Model model = Model.compile(spec, SGD.of(1e-6), MeanSquaredError.of())) {
      CompletableFuture<Void> training =
          CompletableFuture.runAsync(
              () -> model.fit(data, Fit.epochs(2).batchSize(1).progress(Progress.NONE)));
      int written = 0;
      for (; written == 0 || !training.isDone(); written++) {
        Path folder = temporary.resolve("model" + written);
        SavedModel.write(model, folder);
        try (Predictor saved = SavedModel.read(folder)) {
          float bias = saved.predict(new float[] {0})[0];
          assertThat(saved.predict(new float[] {1})[0]).isEqualTo(2 * bias);
        }
      }
      training.join();
      Weights weights = model.weights();
      assertThat(weights.values("dense/kernel")).isEqualTo(weights.values("dense/bias"));
    }
  }

  @Test
  void missingParentFoldersAreCreated() {
    assertWrittenAndRead(temporary.resolve("runs").resolve("a b").resolve("model"));
  }

  @Test
  void namesMayBeInAnyScript() {
    String name = "größe-模型";
    String charset = System.getProperty("sun.jnu.encoding", "UTF-8");
    assumeThat(Charset.forName(charset).newEncoder().canEncode(name)).isTrue();

    assertWrittenAndRead(temporary.resolve(name));
  }

  private static void assertWrittenAndRead(Path folder) {
    float[] sample = ExampleModel.VECTORS.samples(1);
    try (Model model = ExampleModel.VECTORS.compiled(1)) {
      SavedModel.write(model, folder);
      try (Predictor saved = SavedModel.read(folder)) {
        assertThat(saved.predict(sample)).isEqualTo(model.predict(sample));
      }
    }
  }
}
