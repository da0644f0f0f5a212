package io.rhyton.training;

import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;
import static io.rhyton.model.shape.Padding.SAME;
import static io.rhyton.model.shape.Sizes.ANY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.BatchSource;
import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.execution.Execution;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.training.fit.Fit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;

/** One model takes batches of different sizes. */
class AnySizeTest {
  private static final ModelSpec CLASSIFIER =
      Sequential.image(ANY, ANY, 1)
          .add(Conv2D.of(3, 3).padding(SAME))
          .add(GlobalAveragePooling2D.of())
          .add(Dense.of(2).activation(SOFTMAX))
          .build("classifier");

  private static final ModelSpec PIXELS =
      Sequential.image(ANY, ANY, 1).add(Conv2D.of(1, 3).padding(SAME)).build("pixels");

  private static Dataset images(int height, int width) {
    float[] pixels = new float[4 * height * width];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (i * 37 % 101) / 100f;
    }
    return Dataset.images(height, width, 1, pixels, new int[] {0, 1, 1, 0});
  }

  @MustBeClosed
  private static Model compile(ModelSpec spec, CompileSpec compile) {
    return Model.compile(spec, compile, Execution.defaults().seed(3));
  }

  private static CompileSpec classification() {
    return CompileSpec.of(SGD.of(0.1), SparseCategoricalCrossentropy.of());
  }

  @Test
  void batchesOfDifferentSizesAreTrainedOnEvaluatedAndPredicted() {
    BatchSource source = BatchSource.of(List.of(images(5, 6), images(9, 4)));
    try (Model model = compile(CLASSIFIER, classification())) {
      double before = model.evaluate(source).loss();
      model.fit(source, Fit.epochs(5));
      assertThat(model.evaluate(source).loss()).isLessThan(before);
      assertThat(model.predict(source).shape()).isEqualTo(Shape.of(8, 2));
      assertThat(model.predict(images(3, 3)).shape()).isEqualTo(Shape.of(4, 2));
      assertThat(ShapeText.of(model.inputShape())).isEqualTo("[?, ?, ?, 1]");
    }
  }

  @Test
  void sizesThatAreKnownAreStillRequired() {
    try (Model model = compile(CLASSIFIER, classification())) {
      Dataset rgb = Dataset.images(2, 2, 3, new float[12], new int[1]);
      assertThatThrownBy(() -> model.trainOnBatch(rgb))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("expected samples of [?, ?, 1], got [2, 2, 3]");
    }
  }

  @Test
  void outputsOfDifferentSizesCannotBeConcatenated() {
    BatchSource source = BatchSource.of(List.of(images(5, 6), images(9, 4)));
    try (Model model = compile(PIXELS, CompileSpec.of(SGD.of(0.1), MeanSquaredError.of()))) {
      assertThatThrownBy(() -> model.predict(source))
          .isInstanceOf(DataException.class)
          .hasMessageContaining(
              "expected batches with outputs of [5, 6, 1], like the first, got [9, 4, 1]");
    }
  }

  @Test
  void labelsThatDifferInSizeFromTheOutputAreNotBroadcast() {
    Dataset pixels = Dataset.samples(Shape.of(3, 4, 1), new float[12]);
    try (Model model = compile(PIXELS, CompileSpec.of(SGD.of(0.1), MeanSquaredError.of()))) {
      model.trainOnBatch(Dataset.zip(pixels, Dataset.targets(Shape.of(3, 4, 1), new float[12])));
      Dataset one = Dataset.zip(pixels, Dataset.targets(Shape.of(1, 1, 1), new float[1]));
      assertThatThrownBy(() -> model.trainOnBatch(one))
          .hasMessageContaining("labels do not have the size of the output of the model");
    }
  }
}
