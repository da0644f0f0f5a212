package io.rhyton.savedmodel;

import static io.rhyton.model.layer.ActivationFunction.RELU;
import static io.rhyton.model.layer.ActivationFunction.SIGMOID;
import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;
import static io.rhyton.model.layer.ActivationFunction.TANH;
import static io.rhyton.model.shape.Padding.SAME;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.Dataset;
import io.rhyton.execution.Execution;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.objective.Accuracy;
import io.rhyton.model.objective.BinaryAccuracy;
import io.rhyton.model.objective.BinaryCrossentropy;
import io.rhyton.model.objective.CategoricalCrossentropy;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.optimizer.Nadam;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.weight.L1;
import io.rhyton.model.weight.L2;
import io.rhyton.model.weight.MaxNorm;
import io.rhyton.training.Model;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.tensorflow.ndarray.Shape;

/** Small models with training features that a file could get wrong, and training data. */
enum TrainingExample {
  CLASS_INDICES {
    @Override
    ModelSpec spec() {
      return Sequential.image(8, 8, 2)
          .add(Conv2D.of(4, 3).padding(SAME).useBias(false).kernelRegularizer(L2.of(0.01)))
          .add(BatchNormalization.of().momentum(0.9))
          .add(MaxPooling2D.of(2))
          .add(Flatten.of())
          .add(Dense.of(3).activation(SOFTMAX))
          .build("class_indices");
    }

    @Override
    CompileSpec compile() {
      return CompileSpec.of(Adam.of(0.01), SparseCategoricalCrossentropy.of(), Accuracy.of());
    }
  },

  /** One dropout layer with the model's seed, and one with its own. */
  SEEDED_DROPOUT {
    @Override
    ModelSpec spec() {
      return Sequential.vector(12)
          .add(Dense.of(16).activation(TANH))
          .add(Dropout.of(0.25))
          .add(Dense.of(16).activation(RELU))
          .add(Dropout.of(0.5).seed(11))
          .add(Dense.of(4).activation(SOFTMAX))
          .build("seeded_dropout");
    }

    @Override
    CompileSpec compile() {
      return CompileSpec.of(Adam.of(0.01), CategoricalCrossentropy.of(), Accuracy.of());
    }
  },

  NESTEROV {
    @Override
    ModelSpec spec() {
      return Sequential.vector(6)
          .add(Dense.of(8).useBias(false))
          .add(BatchNormalization.of().momentum(0.9))
          .add(Dense.of(2).activation(TANH))
          .build("nesterov");
    }

    @Override
    CompileSpec compile() {
      return CompileSpec.of(SGD.of(0.05).momentum(0.9).nesterov(true), MeanSquaredError.of());
    }
  },

  /** Two metrics, one of which sorts before the loss and one before both. */
  TWO_METRICS {
    @Override
    ModelSpec spec() {
      return Sequential.vector(5).add(Dense.of(1).activation(SIGMOID)).build("two_metrics");
    }

    @Override
    CompileSpec compile() {
      return CompileSpec.of(
          SGD.of(0.5), BinaryCrossentropy.of(), BinaryAccuracy.of(), Accuracy.of());
    }
  },

  /** An optimizer with every kind of variable, on weights with constraints. */
  AVERAGES {
    @Override
    ModelSpec spec() {
      return Sequential.vector(6)
          .add(
              Dense.of(4)
                  .activation(TANH)
                  .kernelConstraint(MaxNorm.of())
                  .activityRegularizer(L1.of(0.01)))
          .add(Dense.of(2))
          .build("averages");
    }

    @Override
    CompileSpec compile() {
      return CompileSpec.of(
          Nadam.of(0.02)
              .weightDecay(0.01)
              .globalClipnorm(0.5)
              .useEma(true)
              .emaMomentum(0.7)
              .gradientAccumulationSteps(2),
          MeanSquaredError.of());
    }
  };

  static final int SAMPLES = 24;

  abstract ModelSpec spec();

  abstract CompileSpec compile();

  /** Returns the model after two steps, so that none of its values is zero. */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // The caller closes it.
  Model compiled() {
    Model model = Model.compile(spec(), compile(), Execution.defaults().seed(5));
    model.trainOnBatch(data());
    model.trainOnBatch(data());
    return model;
  }

  Shape sample() {
    return spec().resolve().inputShape().tail();
  }

  private int outputs() {
    return (int) spec().resolve().outputShape().get(1);
  }

  boolean takesClassIndices() {
    return compile().objectives(spec().resolve()).get(0).takesClassIndices();
  }

  /** Returns the samples, concatenated. */
  float[] samples() {
    SplittableRandom random = new SplittableRandom(11);
    float[] values = new float[SAMPLES * (int) sample().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }

  /** Returns the class of each sample. */
  private int[] classes() {
    int[] classes = new int[SAMPLES];
    Arrays.setAll(classes, i -> i * 7 % 5 % Math.max(2, outputs()));
    return classes;
  }

  /** Returns the labels as rows: one-hot for classes, 0 or 1 for one output. */
  private float[][] rows() {
    float[][] rows = new float[SAMPLES][outputs()];
    for (int i = 0; i < SAMPLES; i++) {
      if (outputs() == 1) {
        rows[i][0] = classes()[i];
      } else {
        rows[i][classes()[i]] = 1;
      }
    }
    return rows;
  }

  /** Returns the labels in the format of the loss: integer labels, or the rows concatenated. */
  float[] labels() {
    float[] labels = new float[SAMPLES * (takesClassIndices() ? 1 : outputs())];
    for (int i = 0; i < SAMPLES; i++) {
      if (takesClassIndices()) {
        labels[i] = classes()[i];
      } else {
        System.arraycopy(rows()[i], 0, labels, i * outputs(), outputs());
      }
    }
    return labels;
  }

  /** Returns the shape of all labels. */
  Shape labelsShape() {
    return takesClassIndices() ? Shape.of(SAMPLES) : Shape.of(SAMPLES, outputs());
  }

  Dataset data() {
    Shape shape = sample();
    if (shape.numDimensions() == 3) {
      return Dataset.images(
          (int) shape.get(0), (int) shape.get(1), (int) shape.get(2), samples(), classes());
    }
    int length = (int) shape.get(0);
    float[][] vectors = new float[SAMPLES][];
    float[] samples = samples();
    Arrays.setAll(vectors, i -> Arrays.copyOfRange(samples, i * length, (i + 1) * length));
    return Dataset.vectors(vectors, rows());
  }

  /** Returns the name of its folders. */
  String folderName() {
    return "trainable_" + name().toLowerCase(Locale.ROOT);
  }
}
