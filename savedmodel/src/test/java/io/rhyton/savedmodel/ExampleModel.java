package io.rhyton.savedmodel;

import static io.rhyton.model.layer.ActivationFunction.ELU;
import static io.rhyton.model.layer.ActivationFunction.RELU;
import static io.rhyton.model.layer.ActivationFunction.SIGMOID;
import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;
import static io.rhyton.model.layer.ActivationFunction.TANH;
import static io.rhyton.model.shape.Padding.SAME;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.execution.Execution;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.AveragePooling2D;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.layer.Rescaling;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Sizes;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.tensorflow.ndarray.Shape;

/** Small models, each with a feature that a file format could get wrong. */
enum ExampleModel {
  /** Normalization before dropout, so that the updates of the moving averages are reproducible. */
  EVERY_LAYER {
    @Override
    ModelSpec spec() {
      return Sequential.image(12, 12, 3)
          .add(Rescaling.of(0.5).offset(0.1))
          .add(Conv2D.of(8, 3).padding(SAME).activation(RELU))
          .add(BatchNormalization.of())
          .add(MaxPooling2D.of(2))
          .add(Conv2D.of(6, 3, 2).strides(2, 1).useBias(false))
          .add(BatchNormalization.of().scale(false).momentum(0.9).epsilon(0.01))
          .add(Activation.of(ELU))
          .add(Dropout.of(0.2))
          .add(AveragePooling2D.of(2).strides(1).padding(SAME))
          .add(GlobalAveragePooling2D.of())
          .add(Flatten.of())
          .add(Dense.of(10).activation(SOFTMAX))
          .build("every_layer");
    }
  },

  /** Every output in training mode is 0 or 4/3 of that in inference mode. */
  NO_WEIGHTS {
    @Override
    ModelSpec spec() {
      return Sequential.image(8, 8, 2)
          .add(MaxPooling2D.of(2))
          .add(Flatten.of())
          .add(Dropout.of(0.25))
          .build("no_weights");
    }
  },

  VECTORS {
    @Override
    ModelSpec spec() {
      return Sequential.vector(7)
          .add(Dense.of(16).activation(TANH))
          .add(BatchNormalization.of())
          .add(Dense.of(3).useBias(false))
          .build("vectors");
    }
  },

  /**
   * Names with dots, which are escaped in checkpoints, and dashes, which are not allowed in Python
   * names.
   */
  DOTTED_NAMES {
    @Override
    ModelSpec spec() {
      return Sequential.image(6, 6, 1)
          .add("block.1-conv", Conv2D.of(4, 3).activation(RELU))
          .add("block.1-bn", BatchNormalization.of())
          .add("..flat.", Flatten.of())
          .add("2.out-put", Dense.of(1).activation(SIGMOID))
          .build("dotted.names-1");
    }
  },

  /** Images of any height and width. */
  ANY_SIZE {
    @Override
    ModelSpec spec() {
      return Sequential.image(Sizes.ANY, Sizes.ANY, 3)
          .add(Conv2D.of(4, 3).strides(2).padding(SAME).useBias(false))
          .add(BatchNormalization.of())
          .add(Activation.of(RELU))
          .add(MaxPooling2D.of(2).padding(SAME))
          .add(Conv2D.of(5, 2).padding(SAME).activation(TANH))
          .add(AveragePooling2D.of(2).strides(1).padding(SAME))
          .add(GlobalAveragePooling2D.of())
          .add(Dense.of(3).activation(SOFTMAX))
          .build("any_size");
    }

    @Override
    Shape sample() {
      return Shape.of(9, 12, 3);
    }

    @Override
    Shape otherSample() {
      return Shape.of(14, 7, 3);
    }
  },

  SIXTY_LAYERS {
    @Override
    ModelSpec spec() {
      Sequential<FeatureVector> layers = Sequential.vector(6);
      for (int i = 0; i < 20; i++) {
        layers =
            layers
                .add(Dense.of(8).activation(TANH))
                .add(BatchNormalization.of())
                .add(Dropout.of(0.1));
      }
      return layers.build("sixty_layers");
    }
  };

  static final CompileSpec COMPILE = CompileSpec.of(SGD.of(0.1), MeanSquaredError.of());

  abstract ModelSpec spec();

  /** Returns the compiled model with distinct weights. */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // The caller closes it.
  Model compiled(long seed) {
    Model model = Model.compile(spec(), COMPILE, Execution.defaults().seed(seed));
    model.loadWeights(weights(new SplittableRandom(seed)));
    return model;
  }

  private Weights weights(SplittableRandom random) {
    Weights.Builder weights = Weights.builder();
    for (WeightSpec weight : spec().resolve().weights()) {
      boolean positive = List.of("gamma", "moving_variance").contains(weight.variable());
      float[] values = new float[(int) weight.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextDouble(positive ? 0.5 : -0.5, positive ? 1.5 : 0.5);
      }
      weights.add(weight.name(), weight.shape(), values);
    }
    return weights.build();
  }

  /** Returns the shape of one sample. */
  Shape sample() {
    return spec().resolve().inputShape().tail();
  }

  /** Returns another shape that a sample can have; the same if there is none. */
  Shape otherSample() {
    return sample();
  }

  /** Returns random samples, concatenated; a short batch is the start of a long one. */
  float[] samples(int count) {
    return samples(count, sample());
  }

  /** Returns random samples of a shape, concatenated. */
  static float[] samples(int count, Shape sample) {
    SplittableRandom random = new SplittableRandom(11);
    float[] values = new float[count * (int) sample.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }

  /** Returns the name of its folders. */
  String folderName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
