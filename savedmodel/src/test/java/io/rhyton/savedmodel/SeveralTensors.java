package io.rhyton.savedmodel;

import static io.rhyton.model.layer.ActivationFunction.RELU;
import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;
import static io.rhyton.model.layer.ActivationFunction.TANH;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.Dataset;
import io.rhyton.execution.Execution;
import io.rhyton.model.Functional;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.BatchNormalization;
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
import io.rhyton.training.Model;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;

/**
 * A model with two inputs, whose names are not in sorted order, and two outputs of different shapes
 * and losses: a class per pixel, and a vector.
 */
final class SeveralTensors {
  static final int SAMPLES = 8;
  private static final Shape IMAGE = Shape.of(4, 3, 2);
  private static final Shape VECTOR = Shape.of(5);

  static final CompileSpec BOTH =
      CompileSpec.of(Adam.of(0.01))
          .loss("pixels", SparseCategoricalCrossentropy.of())
          .lossWeight("pixels", 0.5)
          .metrics("pixels", Accuracy.of())
          .loss("place", MeanSquaredError.of())
          .metrics("place", BinaryAccuracy.of());

  /** Only the second output has a loss. */
  static final CompileSpec PLACE_ALONE =
      CompileSpec.of(Adam.of(0.01)).noLoss("pixels").loss("place", MeanSquaredError.of());

  private SeveralTensors() {}

  static ModelSpec spec() {
    Node<Image> view = Functional.image("view", 4, 3, 2);
    Node<FeatureVector> hint = Functional.vector("hint", 5);
    Node<Image> seen = view.then("seen", Conv2D.of(3, 1).activation(RELU));
    Node<Image> pixels =
        seen.then("norm", BatchNormalization.of().momentum(0.6))
            .then("pixels", Conv2D.of(3, 1).activation(SOFTMAX));
    Node<FeatureVector> rows = seen.then("rows", Flatten.of());
    Node<FeatureVector> place =
        Concatenate.of(rows, hint).named("both").then("place", Dense.of(2).activation(TANH));
    return Functional.build("several", List.of(view, hint), List.of(pixels, place));
  }

  /** Returns the model after two steps, so that none of its values is zero. */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // The caller closes it.
  static Model compiled(CompileSpec compile) {
    Model model = Model.compile(spec(), compile, Execution.defaults().seed(5));
    model.trainOnBatch(data(compile));
    model.trainOnBatch(data(compile));
    return model;
  }

  static float[] values(Shape sample) {
    SplittableRandom random = new SplittableRandom(sample.size());
    float[] values = new float[SAMPLES * (int) sample.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }

  static List<FloatNdArray> batches() {
    return List.of(array(IMAGE), array(VECTOR));
  }

  private static FloatNdArray array(Shape sample) {
    return NdArrays.wrap(sample.prepend(SAMPLES), DataBuffers.of(values(sample), false, false));
  }

  /** Returns samples with the labels of the compiled outputs. */
  static Dataset data(CompileSpec compile) {
    int[] classes = new int[SAMPLES * 12];
    Arrays.setAll(classes, i -> i * 7 % 5 % 3);
    Dataset samples =
        Dataset.zip(Dataset.samples(IMAGE, values(IMAGE)), Dataset.samples(VECTOR, values(VECTOR)));
    Dataset pixels = Dataset.classIndices(Shape.of(4, 3), classes);
    Dataset places = Dataset.targets(Shape.of(2), values(Shape.of(2)));
    return compile.equals(BOTH)
        ? Dataset.zip(samples, pixels, places)
        : Dataset.zip(samples, places);
  }
}
