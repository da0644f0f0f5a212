package io.rhyton.training;

import static io.rhyton.data.DataErrors.refused;
import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;
import static io.rhyton.model.layer.ActivationFunction.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.Dataset;
import io.rhyton.error.SpecException;
import io.rhyton.execution.Execution;
import io.rhyton.history.EpochLog;
import io.rhyton.history.History;
import io.rhyton.history.Scores;
import io.rhyton.inference.Predictor;
import io.rhyton.model.Functional;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.Concatenate;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.objective.Accuracy;
import io.rhyton.model.objective.BinaryAccuracy;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Image;
import io.rhyton.model.weight.Weights;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;

/** A model with two inputs and two outputs, of different shapes and losses. */
class SeveralOutputsTest {
  private static final int SAMPLES = 12;
  private static final CompileSpec COMPILE =
      CompileSpec.of(Adam.of(0.01))
          .loss("kind", SparseCategoricalCrossentropy.of())
          .metrics("kind", Accuracy.of())
          .loss("size", MeanSquaredError.of())
          .lossWeight("size", 0.5)
          .metrics("size", BinaryAccuracy.of());

  private static ModelSpec spec() {
    Node<Image> image = Functional.image("image", 4, 4, 1);
    Node<FeatureVector> place = Functional.vector("place", 2);
    Node<FeatureVector> seen =
        image.then("look", Conv2D.of(2, 3).activation(TANH)).then("rows", Flatten.of());
    Node<FeatureVector> both = Concatenate.of(seen, place).named("both");
    Node<FeatureVector> kind = both.then("kind", Dense.of(3).activation(SOFTMAX));
    Node<FeatureVector> size = both.then("hidden", Dense.of(4)).then("size", Dense.of(2));
    return Functional.build("twice", List.of(image, place), List.of(kind, size));
  }

  @MustBeClosed
  private static Model compiled(CompileSpec compile) {
    return Model.compile(spec(), compile, Execution.defaults().seed(3));
  }

  private static float[] values(int count) {
    SplittableRandom random = new SplittableRandom(count);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }

  private static Dataset images() {
    return Dataset.images(4, 4, 1, values(SAMPLES * 16));
  }

  private static Dataset places() {
    return Dataset.samples(Shape.of(2), values(SAMPLES * 2));
  }

  private static Dataset kinds() {
    return Dataset.classIndices(new int[] {0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2});
  }

  private static Dataset sizes() {
    return Dataset.targets(Shape.of(2), values(SAMPLES * 2));
  }

  private static Dataset data() {
    return Dataset.zip(images(), places(), kinds(), sizes());
  }

  @Test
  void theHistoryUsesTheNamesOfKeras() {
    try (Model model = compiled(COMPILE)) {
      History history = model.fit(data(), SmallModels.fit(3).batchSize(5).validationSplit(0.25));
      assertThat(history.metrics())
          .containsExactly(
              "loss",
              "kind_loss",
              "size_loss",
              "kind_accuracy",
              "size_binary_accuracy",
              "val_loss",
              "val_kind_loss",
              "val_size_loss",
              "val_kind_accuracy",
              "val_size_binary_accuracy");
      EpochLog last = history.last();
      assertThat(last.scores().get("kind_loss") + 0.5 * last.scores().get("size_loss"))
          .isCloseTo(last.scores().loss(), within(1e-6));
      assertThat(history.values("loss").get(2)).isLessThan(history.values("loss").get(0));
    }
  }

  @Test
  void partsAreMatchedByNameInAnyOrder() {
    Dataset named =
        Dataset.zip(
            sizes().named("size"),
            places().named("place"),
            kinds().named("kind"),
            images().named("image"));
    try (Model model = compiled(COMPILE)) {
      assertThat(model.evaluate(named)).isEqualTo(model.evaluate(data()));
      assertThat(model.predictAll(named)).isEqualTo(model.predictAll(data()));
    }
  }

  @Test
  void oneLossAppliesToBothOutputs() {
    CompileSpec compile = CompileSpec.of(Adam.of(), MeanSquaredError.of(), Accuracy.of());
    try (Model model = compiled(compile)) {
      Scores scores = model.evaluate(Dataset.zip(images(), places(), kinds().oneHot(3), sizes()));
      assertThat(scores.values().keySet())
          .containsExactly("loss", "kind_loss", "size_loss", "kind_accuracy", "size_accuracy");
      assertThat(scores.get("kind_loss") + scores.get("size_loss"))
          .isCloseTo(scores.loss(), within(1e-6));
    }
  }

  /** As in Keras: nothing of the optimizer moves them either. */
  @Test
  void weightsThatNoLossDependsOnAreUnchanged() {
    CompileSpec compile =
        CompileSpec.of(Adam.of(0.1))
            .loss("kind", SparseCategoricalCrossentropy.of())
            .noLoss("size");
    try (Model model = compiled(compile)) {
      Weights before = model.weights();
      Dataset labeled = Dataset.zip(images(), places(), kinds());
      assertThat(model.trainOnBatch(labeled).values().keySet()).containsExactly("loss");
      Weights after = model.weights();
      assertThat(after.values("size/kernel")).isEqualTo(before.values("size/kernel"));
      assertThat(after.values("hidden/kernel")).isEqualTo(before.values("hidden/kernel"));
      assertThat(after.values("kind/kernel")).isNotEqualTo(before.values("kind/kernel"));
    }
  }

  @Test
  void predictionsAreByNameOrInOrder() {
    FloatNdArray image = array(Shape.of(SAMPLES, 4, 4, 1));
    FloatNdArray place = array(Shape.of(SAMPLES, 2));
    try (Model model = compiled(COMPILE)) {
      Map<String, FloatNdArray> byName = model.predict(Map.of("place", place, "image", image));
      List<FloatNdArray> inOrder = model.predict(List.of(image, place));
      assertThat(byName.keySet()).containsExactly("kind", "size");
      assertThat(inOrder).containsExactlyElementsOf(byName.values());
      assertThat(inOrder.get(0).shape()).isEqualTo(Shape.of(SAMPLES, 3));
      assertThat(inOrder.get(1).shape()).isEqualTo(Shape.of(SAMPLES, 2));
      assertThat(model.predictAll(Dataset.zip(images(), places()))).isEqualTo(byName);
      assertThat(model.inputShapes().keySet()).containsExactly("image", "place");
      assertThat(model.outputShapes().keySet()).containsExactly("kind", "size");
      try (Predictor predictor = Model.predictor(spec(), model.weights())) {
        assertThat(predictor.predict(List.of(image, place))).isEqualTo(inOrder);
      }
    }
  }

  private static FloatNdArray array(Shape shape) {
    return NdArrays.wrap(shape, DataBuffers.of(values((int) shape.size()), false, false));
  }

  @Test
  void aDataSetIsPredictedInBatches() {
    Dataset images = Dataset.images(4, 4, 1, values(70 * 16));
    Dataset places = Dataset.samples(Shape.of(2), values(70 * 2));
    try (Model model = compiled(COMPILE)) {
      Dataset data = Dataset.zip(images, places);
      FloatNdArray all = size(model.predictAll(data));
      assertThat(all.shape()).isEqualTo(Shape.of(70, 2));
      assertThat(size(model.predictAll(data.skip(64))).get(5)).isEqualTo(all.get(69));
      // A batch of another size may be added up in another order.
      FloatNdArray last = size(model.predictAll(data.skip(69)));
      for (int i = 0; i < 2; i++) {
        assertThat(last.getFloat(0, i)).isCloseTo(all.getFloat(69, i), within(1e-6f));
      }
    }
  }

  private static FloatNdArray size(Map<String, FloatNdArray> predictions) {
    return Objects.requireNonNull(predictions.get("size"));
  }

  @Test
  void methodsForASingleInputOrOutputAreRejected() {
    try (Model model = compiled(COMPILE)) {
      assertThatThrownBy(() -> model.predict(new float[16]))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "Model 'twice' has 2 inputs, [image, place]; call predict with a list or a map of them,"
                  + " or predictAll with a data set");
      assertThatThrownBy(() -> model.predict(data()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("Model 'twice' has 2 outputs, [kind, size]; ");
      assertThatThrownBy(model::outputShape).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void batchesThatDoNotFitAreNamed() {
    FloatNdArray image = array(Shape.of(2, 4, 4, 1));
    FloatNdArray place = array(Shape.of(2, 2));
    try (Model model = compiled(COMPILE)) {
      assertThatThrownBy(() -> model.predict(Map.of("image", image, "where", place)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("Model 'twice' takes inputs [image, place], got [");
      assertThatThrownBy(() -> model.predict(List.of(image)))
          .hasMessage("Model 'twice' takes inputs [image, place], got 1");
      assertThatThrownBy(() -> model.predict(List.of(image, array(Shape.of(2, 3)))))
          .hasMessage("Model 'twice' takes batches of [?, 2] for 'place', got [2, 3]");
      assertThatThrownBy(() -> model.predict(List.of(image, array(Shape.of(3, 2)))))
          .hasMessage("Model 'twice' takes batches of one size, got [2, 3]");
    }
  }

  @Test
  void dataThatDoesNotFitIsNamed() {
    try (Model model = compiled(COMPILE)) {
      refused(
          () -> model.fit(Dataset.zip(images(), kinds(), sizes()), SmallModels.fit(1)),
          "Model 'twice': expected inputs [image, place], got 1 without names. "
              + "Combine one part for each with Dataset.zip, in this order or with these names.");
      refused(
          () -> model.evaluate(Dataset.zip(images(), places(), kinds())),
          "Model 'twice': expected labels for [kind, size], got 1 without names. "
              + "Combine one part for each with Dataset.zip, in this order or with these names.");
      refused(
          () -> model.predictAll(Dataset.zip(images().named("image"), places().named("there"))),
          "Model 'twice': expected inputs [image, place], got [image, there]. "
              + "Combine one part for each with Dataset.zip, in this order or with these names.");
      refused(
          () -> model.evaluate(Dataset.zip(images(), places(), sizes(), kinds())),
          "Model 'twice', output 'kind': expected integer labels, got rows of 2 targets. "
              + "Leave out oneHot, or use CategoricalCrossentropy.");
      refused(
          () -> model.evaluate(Dataset.zip(places(), images(), kinds(), sizes())),
          "Model 'twice', input 'image': expected samples of [4, 4, 1], got [2]. "
              + "Resize the data, or build the model for its shape.");
    }
  }

  @Test
  void lossesForOtherOutputsAreRejectedWithoutALeak() {
    long before = Pointer.totalCount();
    CompileSpec wrong = CompileSpec.of(Adam.of()).loss("kind", MeanSquaredError.of());
    assertThatThrownBy(() -> open(wrong))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("[kind, size], got losses for [kind]");
    assertThat(Pointer.totalCount()).isEqualTo(before);
  }

  private static void open(CompileSpec compile) {
    try (Model model = compiled(compile)) {
      assertThat(model).isNull();
    }
  }

  @Test
  void everythingIsClosed() {
    FloatNdArray image = array(Shape.of(2, 4, 4, 1));
    FloatNdArray place = array(Shape.of(2, 2));
    for (int run = 0; run < 2; run++) {
      long before = Pointer.totalCount();
      try (Model model = compiled(COMPILE)) {
        model.fit(data(), SmallModels.fit(2).batchSize(5));
        model.evaluate(data());
        model.predict(List.of(image, place));
        model.predictAll(data());
      }
      if (run > 0) {
        assertThat(Pointer.totalCount()).isEqualTo(before);
      }
    }
  }
}
