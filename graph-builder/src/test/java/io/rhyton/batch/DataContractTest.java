package io.rhyton.batch;

import static io.rhyton.data.DataErrors.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.Dataset;
import io.rhyton.error.SpecException;
import io.rhyton.model.Sequential;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.objective.CategoricalCrossentropy;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import io.rhyton.training.SmallModels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;

/** Data that does not fit a model is rejected before it reaches TensorFlow. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DataContractTest {
  private Model sparse;
  private Model oneHot;

  @BeforeAll
  @SuppressWarnings("MustBeClosedChecker") // Closed after all tests.
  void compile() {
    sparse = SmallModels.compiled(1);
    oneHot =
        Model.compile(SmallModels.spec(), CompileSpec.of(SGD.of(), CategoricalCrossentropy.of()));
  }

  @AfterAll
  void close() {
    sparse.close();
    oneHot.close();
  }

  @Test
  void samplesOfAnotherShapeAreRejected() {
    Dataset wide = Dataset.images(4, 9, 1, new float[36], new int[1]);
    refused(
        () -> sparse.fit(wide, SmallModels.fit(1)),
        "Model 'small': expected samples of [6, 6, 1], got [4, 9, 1]. "
            + "Resize the data, or build the model for its shape.");
    refused(
        () -> sparse.predict(wide),
        "Model 'small': expected samples of [6, 6, 1], got [4, 9, 1]. "
            + "Resize the data, or build the model for its shape.");
  }

  @Test
  void anEmptyDataSetIsRejected() {
    refused(
        () -> sparse.fit(SmallModels.images(4).take(0), SmallModels.fit(1)),
        "Model 'small': expected at least one sample, got an empty data set. "
            + "Provide data, or use a smaller validationSplit.");
  }

  @Test
  void aValidationSplitThatLeavesNoTrainingDataIsRejected() {
    refused(
        () -> sparse.fit(SmallModels.images(2).take(1), SmallModels.fit(1).validationSplit(0.5)),
        "Model 'small': expected at least one sample, got an empty data set. "
            + "Provide data, or use a smaller validationSplit.");
  }

  @Test
  void labelsOutsideTheClassesAreRejected() {
    refused(
        () -> sparse.trainOnBatch(Dataset.images(6, 6, 1, new float[72], new int[] {1, 2})),
        "Data set: expected labels from 0 to 1, got 2 at sample 1. "
            + "Correct the label, or give the model more outputs.");
  }

  @Test
  void oneHotLabelsForASparseLossAreRejected() {
    refused(
        () -> sparse.evaluate(SmallModels.images(4).oneHot(2)),
        "Model 'small': expected integer labels, got rows of 2 targets. "
            + "Leave out oneHot, or use CategoricalCrossentropy.");
  }

  @Test
  void classIndicesForAOneHotLossAreRejected() {
    refused(
        () -> oneHot.evaluate(SmallModels.images(4)),
        "Model 'small': expected labels of 2 values per sample, got integer labels. "
            + "Call oneHot(2) on the data, or use SparseCategoricalCrossentropy.");
  }

  @Test
  void targetsOfAnotherWidthAreRejected() {
    refused(
        () -> oneHot.evaluate(SmallModels.images(4).oneHot(3)),
        "Model 'small': expected labels of 2 values per sample, got 3 values. "
            + "Give each sample one target value per output unit.");
  }

  @Test
  void missingLabelsAreRejected() {
    Dataset unlabeled = Dataset.images(6, 6, 1, new float[36]);
    refused(
        () -> sparse.evaluate(unlabeled),
        "Data set: expected integer labels, got no labels. " + "Provide the labels as an int[].");
    refused(
        () -> oneHot.evaluate(unlabeled),
        "Model 'small': expected labels of 2 values per sample, got no labels. "
            + "Give each sample one target value per output unit.");
  }

  @Test
  void aSampleOfAnotherSizeIsRejected() {
    assertThatThrownBy(() -> sparse.predict(new float[35]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Model 'small' takes samples of [6, 6, 1], got 35 values");
  }

  @Test
  void predictingAnEmptyDataSetIsRejected() {
    refused(
        () -> sparse.predict(SmallModels.images(4).take(0)),
        "Model 'small': expected at least one sample, got an empty data set. "
            + "Provide data, or use a smaller validationSplit.");
    assertThatThrownBy(() -> sparse.predict(NdArrays.ofFloats(Shape.of(0, 6, 6, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Model 'small' takes batches of [?, 6, 6, 1], got [0, 6, 6, 1]");
  }

  @Test
  void aBatchOfAnotherShapeIsRejected() {
    assertThatThrownBy(() -> sparse.predict(NdArrays.ofFloats(Shape.of(2, 6, 6, 3))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Model 'small' takes batches of [?, 6, 6, 1], got [2, 6, 6, 3]");
  }

  @Test
  void classIndicesPerPixelMustMatchTheOutput() {
    try (Model model = pixels()) {
      Dataset images = Dataset.images(2, 3, 1, new float[12]);
      model.trainOnBatch(Dataset.zip(images, Dataset.classIndices(Shape.of(2, 3), new int[12])));
      refused(
          () -> model.evaluate(Dataset.zip(images, Dataset.classIndices(new int[2]))),
          "Model 'm': expected integer labels of shape [2, 3], got []. "
              + "Give one integer label per position of the output.");
      refused(
          () ->
              model.evaluate(
                  Dataset.zip(images, Dataset.classIndices(Shape.of(2, 3), wrong(12, 7)))),
          "Data set: expected labels from 0 to 1, got 2 at sample 1. "
              + "Correct the label, or give the model more outputs.");
    }
  }

  @MustBeClosed
  private static Model pixels() {
    return Model.compile(
        Sequential.image(2, 3, 1).add(Conv2D.of(2, 1)).build("m"),
        SGD.of(),
        SparseCategoricalCrossentropy.of());
  }

  private static int[] wrong(int count, int place) {
    int[] numbers = new int[count];
    numbers[place] = 2;
    return numbers;
  }

  @Test
  void targetsPerPixelMustMatchTheOutput() {
    try (Model model =
        Model.compile(
            Sequential.image(2, 3, 1).add(Conv2D.of(2, 1)).build("m"),
            SGD.of(),
            MeanSquaredError.of())) {
      Dataset images = Dataset.images(2, 3, 1, new float[12]);
      model.trainOnBatch(Dataset.zip(images, Dataset.targets(Shape.of(2, 3, 2), new float[24])));
      refused(
          () ->
              model.evaluate(
                  Dataset.zip(images, Dataset.targets(Shape.of(3, 2, 2), new float[24]))),
          "Model 'm': expected labels of shape [2, 3, 2], got [3, 2, 2]. "
              + "Give each sample one target value per output unit.");
    }
  }

  @Test
  void weightsOfAnotherModelAreRejectedAndNothingIsReplaced() {
    Weights before = sparse.weights();
    try (Model other =
        Model.compile(
            Sequential.vector(2).add("conv2d", Dense.of(2)).build("other"), SmallModels.COMPILE)) {
      assertThatThrownBy(() -> sparse.loadWeights(other.weights()))
          .isInstanceOf(SpecException.class)
          .hasMessage(
              "Weight 'conv2d/kernel': expected [3, 3, 1, 4], got [2, 2]. Pass the weights of this"
                  + " model.");
    }
    assertThatThrownBy(() -> sparse.loadWeights(Weights.builder().build()))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Weight 'conv2d/kernel': expected [3, 3, 1, 4], got no weight of that name. Pass the"
                + " weights of this model.");
    assertThat(sparse.weights()).isEqualTo(before);
  }
}
