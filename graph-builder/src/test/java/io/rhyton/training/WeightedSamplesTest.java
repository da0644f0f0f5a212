package io.rhyton.training;

import static io.rhyton.data.DataErrors.refused;
import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.Dataset;
import io.rhyton.graph.GraphBuilder;
import io.rhyton.graph.ModelGraph;
import io.rhyton.history.History;
import io.rhyton.history.Scores;
import io.rhyton.model.Functional;
import io.rhyton.model.Node;
import io.rhyton.model.Sequential;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.training.fit.Fit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operation;
import org.tensorflow.ndarray.Shape;

class WeightedSamplesTest {
  private static final Dataset IMAGES = SmallModels.images(32);

  private static float[] same(int count, float weight) {
    float[] weights = new float[count];
    Arrays.fill(weights, weight);
    return weights;
  }

  @Test
  void unitWeightsTrainLikeNoWeights() {
    try (Model plain = SmallModels.compiled(1);
        Model weighted = SmallModels.compiled(1)) {
      History one = plain.fit(IMAGES, SmallModels.fit(2));
      History other = weighted.fit(IMAGES.sampleWeights(same(32, 1)), SmallModels.fit(2));
      assertThat(other.last().scores().loss()).isCloseTo(one.last().scores().loss(), within(1e-5));
    }
  }

  /** The loss is averaged over samples, not over weights. */
  @Test
  void doubledWeightsDoubleTheLossAndKeepTheMetrics() {
    try (Model model = SmallModels.compiled(1)) {
      Scores once = model.evaluate(IMAGES);
      Scores twice = model.evaluate(IMAGES.sampleWeights(same(32, 2)));
      assertThat(twice.loss()).isCloseTo(2 * once.loss(), within(1e-5));
      assertThat(twice.get("accuracy")).isEqualTo(once.get("accuracy"));
    }
  }

  @Test
  void samplesKeepTheirWeightsInSubsets() {
    float[] weights = same(32, 0);
    weights[20] = 32;
    Dataset data = IMAGES.sampleWeights(weights);
    try (Model model = SmallModels.compiled(1)) {
      double only = model.evaluate(IMAGES.skip(20).take(1)).loss();
      assertThat(model.evaluate(data).loss()).isCloseTo(only, within(1e-4));
      assertThat(model.evaluate(data.skip(16).skip(2)).loss() * 14 / 32)
          .isCloseTo(only, within(1e-4));
      assertThat(model.evaluate(data.take(20)).loss()).isZero();
    }
  }

  @Test
  void aClassWithoutAnEntryHasWeightOne() {
    try (Model plain = SmallModels.compiled(1);
        Model weighted = SmallModels.compiled(1)) {
      double loss = plain.trainOnBatch(IMAGES).loss();
      assertThat(weighted.trainOnBatch(IMAGES, Map.of(1, 1.0)).loss())
          .isCloseTo(loss, within(1e-6));
      assertThat(plain.weights().names()).isEqualTo(weighted.weights().names());
    }
  }

  @Test
  void theGraphHasNoOpsForWeightsBeforeTheyAreUsed() {
    try (ModelGraph graph =
        GraphBuilder.build(SmallModels.spec().resolve(), SmallModels.COMPILE, 1)) {
      assertThat(operations(graph)).noneMatch(name -> name.startsWith("weighted"));
      assertThat(Objects.requireNonNull(graph.weightedSteps()).get().weights()).hasSize(1);
      assertThat(operations(graph)).anyMatch(name -> name.startsWith("weighted"));
    }
  }

  private static List<String> operations(ModelGraph graph) {
    List<String> names = new ArrayList<>();
    graph.graph().operations().forEachRemaining((Operation op) -> names.add(op.name()));
    return names;
  }

  /** Ops are added to the graph of a running session. */
  @Test
  void otherThreadsPredictWhileTheFirstWeightsAreUsed() throws InterruptedException {
    try (Model model = SmallModels.compiled(1)) {
      AtomicBoolean trained = new AtomicBoolean();
      List<Throwable> thrown = new ArrayList<>();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        Thread thread = new Thread(() -> predict(model, trained));
        thread.setUncaughtExceptionHandler(
            (failed, e) -> {
              synchronized (thrown) {
                thrown.add(e);
              }
            });
        thread.start();
        threads.add(thread);
      }
      model.fit(IMAGES.sampleWeights(same(32, 0.5f)), SmallModels.fit(3));
      trained.set(true);
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(thrown).isEmpty();
    }
  }

  private static void predict(Model model, AtomicBoolean trained) {
    while (!trained.get()) {
      model.predict(IMAGES.take(3));
      model.evaluate(IMAGES.take(5));
    }
  }

  @Test
  void everythingIsClosed() {
    for (int run = 0; run < 2; run++) {
      long before = Pointer.totalCount();
      try (Model model = SmallModels.compiled(1)) {
        model.fit(IMAGES.sampleWeights(same(32, 2)), SmallModels.fit(1));
        model.fit(IMAGES, SmallModels.fit(1));
      }
      if (run > 0) {
        assertThat(Pointer.totalCount()).isEqualTo(before);
      }
    }
  }

  @Test
  void invalidWeightsAreRejected() {
    refused(
        () -> IMAGES.sampleWeights(1, 2),
        "Data set: expected 32 weights, one per sample, got 2 values. "
            + "Provide as many weights as samples.");
    refused(
        () -> IMAGES.take(2).sampleWeights(1, Float.NaN),
        "Data set: expected finite weights, got NaN for sample 1. "
            + "Use weight 0 for samples to ignore.");
    refused(
        () -> Dataset.ofColumns(IMAGES.inputs()).sampleWeights(same(32, 1)),
        "Data set: expected labels for sample weights, got none. "
            + "Add the weights to a data set with labels.");
  }

  @Test
  void weightsPerPositionMustMatchTheOutput() {
    CompileSpec compile = CompileSpec.of(SGD.of(0.1), SparseCategoricalCrossentropy.of());
    Dataset data =
        Dataset.zip(
            Dataset.images(2, 2, 1, new float[8]),
            Dataset.classIndices(Shape.of(2, 2), new int[8]));
    try (Model model =
        Model.compile(
            Sequential.image(2, 2, 1).add(Conv2D.of(2, 1).activation(SOFTMAX)).build("pixels"),
            compile)) {
      assertThat(model.evaluate(data.sampleWeights(Shape.of(2, 2), new float[8])).loss()).isZero();
      assertThat(model.evaluate(data.sampleWeights(0, 0)).loss()).isZero();
      refused(
          () -> model.evaluate(data.sampleWeights(Shape.of(4), new float[8])),
          "Model 'pixels': expected weights of shape [2, 2] or one per sample, got [4]. "
              + "Give one weight per position of the output, or one per sample.");
      refused(
          () -> model.fit(data, SmallModels.fit(1).classWeight(Map.of(1, 2.0))),
          "Model 'pixels': expected one class per sample for classWeight, got 4 values. "
              + "Use sample weights instead: Dataset.sampleWeights.");
    }
  }

  @Test
  void classWeightRequiresOneOutputAndNoSampleWeights() {
    Fit fit = SmallModels.fit(1).classWeight(Map.of(0, 0.5));
    try (Model model = SmallModels.compiled(1)) {
      refused(
          () -> model.fit(IMAGES.sampleWeights(same(32, 1)), fit),
          "Model 'small': expected data without sample weights, because of classWeight, got sample"
              + " weights. Use sample weights instead: Dataset.sampleWeights.");
    }
    Dataset row = Dataset.vectors(new float[2][1]);
    Dataset targets = Dataset.targets(new float[2][1]);
    try (Model model = twoOutputs()) {
      refused(
          () -> model.fit(Dataset.zip(row, targets, targets), fit),
          "Model 'two': expected one label per sample for classWeight, got 2 labels. "
              + "Use sample weights instead: Dataset.sampleWeights.");
    }
  }

  @MustBeClosed
  private static Model twoOutputs() {
    Node<FeatureVector> in = Functional.vector("in", 1);
    return Model.compile(
        Functional.build(
            "two", List.of(in), List.of(in.then("a", Dense.of(1)), in.then("b", Dense.of(1)))),
        CompileSpec.of(SGD.of(0.1), MeanSquaredError.of()));
  }

  @Test
  void classWeightsAreOfClassesOfTheModel() {
    try (Model model = SmallModels.compiled(1)) {
      for (ThrowingCallable use :
          List.<ThrowingCallable>of(
              () -> model.fit(IMAGES, SmallModels.fit(1).classWeight(Map.of(1, 1.0, 7, 3.0))),
              () -> model.trainOnBatch(IMAGES, Map.of(7, 3.0)))) {
        assertThatThrownBy(use)
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("Model 'small' has 2 classes, got a classWeight of class 7");
      }
      assertThatThrownBy(() -> model.trainOnBatch(IMAGES, Map.of(1, Double.NaN)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("classWeight of class 1 must be >= 0 and finite, got NaN");
    }
  }

  /** Keras trains with them, too: events with negative weights are usual in particle physics. */
  @Test
  void sampleWeightsMayBeNegative() {
    try (Model model = SmallModels.compiled(1)) {
      double loss = model.evaluate(IMAGES).loss();
      assertThat(model.evaluate(IMAGES.sampleWeights(same(32, -1))).loss())
          .isCloseTo(-loss, within(1e-5));
    }
  }

  @Test
  void classWeightsHaveNonNegativeIndicesAndValues() {
    assertThatThrownBy(() -> SmallModels.fit(1).classWeight(Map.of(-1, 1.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("class index in classWeight must be >= 0, got -1");
    assertThatThrownBy(() -> SmallModels.fit(1).classWeight(Map.of(2, Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("classWeight of class 2 must be >= 0 and finite, got NaN");
    assertThatThrownBy(() -> SmallModels.fit(1).classWeight(Map.of(2, -0.5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("classWeight of class 2 must be >= 0 and finite, got -0.5");
  }
}
