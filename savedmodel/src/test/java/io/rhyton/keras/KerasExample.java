package io.rhyton.keras;

import static io.rhyton.model.layer.ActivationFunction.GELU;
import static io.rhyton.model.layer.ActivationFunction.MISH;
import static io.rhyton.model.layer.ActivationFunction.RELU;
import static io.rhyton.model.layer.ActivationFunction.SIGMOID;
import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;
import static io.rhyton.model.layer.ActivationFunction.TANH;
import static io.rhyton.model.shape.Padding.SAME;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.Dataset;
import io.rhyton.execution.Execution;
import io.rhyton.model.Functional;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.Sequential;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.ActivityRegularization;
import io.rhyton.model.layer.Add;
import io.rhyton.model.layer.AlphaDropout;
import io.rhyton.model.layer.Average;
import io.rhyton.model.layer.AveragePooling2D;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Bidirectional;
import io.rhyton.model.layer.Concatenate;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Cropping1D;
import io.rhyton.model.layer.Cropping2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Dot;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.ELU;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.GRU;
import io.rhyton.model.layer.GaussianDropout;
import io.rhyton.model.layer.GaussianNoise;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.layer.GroupNormalization;
import io.rhyton.model.layer.Interpolation;
import io.rhyton.model.layer.LSTM;
import io.rhyton.model.layer.LayerNormalization;
import io.rhyton.model.layer.LeakyReLU;
import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.layer.Maximum;
import io.rhyton.model.layer.Minimum;
import io.rhyton.model.layer.MultiHeadAttention;
import io.rhyton.model.layer.Multiply;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.layer.Normalization;
import io.rhyton.model.layer.PReLU;
import io.rhyton.model.layer.Permute;
import io.rhyton.model.layer.ReLU;
import io.rhyton.model.layer.RepeatVector;
import io.rhyton.model.layer.Rescaling;
import io.rhyton.model.layer.Reshape;
import io.rhyton.model.layer.SimpleRNN;
import io.rhyton.model.layer.Softmax;
import io.rhyton.model.layer.SpatialDropout2D;
import io.rhyton.model.layer.Subtract;
import io.rhyton.model.layer.TimeDistributed;
import io.rhyton.model.layer.UnitNormalization;
import io.rhyton.model.layer.UpSampling1D;
import io.rhyton.model.layer.UpSampling2D;
import io.rhyton.model.layer.ZeroPadding1D;
import io.rhyton.model.layer.ZeroPadding2D;
import io.rhyton.model.objective.Accuracy;
import io.rhyton.model.objective.BinaryAccuracy;
import io.rhyton.model.objective.BinaryCrossentropy;
import io.rhyton.model.objective.CategoricalCrossentropy;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.optimizer.Adadelta;
import io.rhyton.model.optimizer.Adagrad;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.optimizer.AdamW;
import io.rhyton.model.optimizer.Adamax;
import io.rhyton.model.optimizer.Ftrl;
import io.rhyton.model.optimizer.Lion;
import io.rhyton.model.optimizer.Nadam;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.optimizer.RMSprop;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.schedule.CosineDecay;
import io.rhyton.model.schedule.ExponentialDecay;
import io.rhyton.model.schedule.InverseTimeDecay;
import io.rhyton.model.schedule.PiecewiseConstantDecay;
import io.rhyton.model.schedule.PolynomialDecay;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Sequence;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.HeNormal;
import io.rhyton.model.weight.L1L2;
import io.rhyton.model.weight.L2;
import io.rhyton.model.weight.MaxNorm;
import io.rhyton.model.weight.NonNeg;
import io.rhyton.model.weight.Orthogonal;
import io.rhyton.training.Model;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.tensorflow.ndarray.Shape;

/** Small models for Keras files; without dropout, so that training is reproducible. */
@SuppressWarnings("ImmutableEnumChecker") // The fields are values.
enum KerasExample {
  EVERY_LAYER(
      CompileSpec.of(
          Adam.of(0.002).beta1(0.8), SparseCategoricalCrossentropy.of(), Accuracy.of())) {
    @Override
    ModelSpec spec() {
      return Sequential.image(12, 10, 3)
          .add(Rescaling.of(0.5).offset(0.1))
          .add(Conv2D.of(8, 3).padding(SAME).activation(RELU).kernelRegularizer(L2.of(0.01)))
          .add(BatchNormalization.of())
          .add(Activation.of(TANH))
          .add(MaxPooling2D.of(2))
          .add("narrow", Conv2D.of(6, 3, 2).strides(2, 1).useBias(false))
          .add(BatchNormalization.of().scale(false).momentum(0.9).epsilon(0.01))
          .add(Activation.of(ActivationFunction.ELU))
          .add(Dropout.of(0))
          .add(AveragePooling2D.of(2).strides(1).padding(SAME))
          .add(GlobalAveragePooling2D.of())
          .add(Flatten.of())
          .add(Dense.of(4).activation(SOFTMAX).kernelInitializer(HeNormal.of().seed(3)))
          .build("every_layer");
    }
  },

  PLAIN_SGD(CompileSpec.of(SGD.of(0.05), MeanSquaredError.of(), Accuracy.of())) {
    @Override
    ModelSpec spec() {
      return Sequential.vector(6).add(Dense.of(4).activation(TANH)).build("plain_sgd");
    }
  },

  NESTEROV(
      CompileSpec.of(
          SGD.of(0.05).momentum(0.9).nesterov(true), BinaryCrossentropy.of(), Accuracy.of())) {
    @Override
    ModelSpec spec() {
      return Sequential.vector(6)
          .add(Dense.of(8).activation(RELU))
          .add(Dense.of(4).activation(SIGMOID))
          .build("nesterov");
    }
  },

  ADAM_W(AdamW.of(CosineDecay.of(0.01, 6).warmup(0.05, 2)).globalClipnorm(0.5)),

  RMS_PROP(RMSprop.of(0.01).centered(true).momentum(0.5).epsilon(0.01).clipnorm(0.2)),

  NADAM(
      Nadam.of(0.02).clipvalue(0.1).weightDecay(0.01),
      KerasSince.opensFrom("3.10", "older ones keep the product of the momentums first")),

  AMSGRAD(Adam.of(ExponentialDecay.of(0.02, 2, 0.5)).amsgrad(true)),

  AVERAGES(SGD.of(0.05).momentum(0.9).useEma(true).emaMomentum(0.7).emaOverwriteFrequency(3)),

  ACCUMULATION(
      Adamax.of(0.02).gradientAccumulationSteps(3).lossScaleFactor(8),
      KerasSince.trainsFrom("3.5", "older ones count batches, not updates")),

  AVERAGED_ACCUMULATION(
      SGD.of(0.05).momentum(0.9).gradientAccumulationSteps(3).useEma(true),
      KerasSince.opensFrom("3.10", "older ones keep averages and sums weight by weight")),

  ADAGRAD(Adagrad.of(0.05)),

  ADADELTA(Adadelta.of(PiecewiseConstantDecay.of(List.of(1L, 3L), List.of(1.0, 0.5, 0.2)))),

  LION(Lion.of(InverseTimeDecay.of(0.02, 2, 0.5))),

  FTRL(Ftrl.of(PolynomialDecay.of(0.2, 5)).l1RegularizationStrength(0.01).beta(0.1)),

  PENALIZED_OUTPUTS(
      SGD.of(0.05).momentum(0.9),
      KerasSince.trainsFrom("3.14", "older ones add the penalties of a batch, not their mean")) {
    @Override
    ModelSpec spec() {
      return Sequential.vector(6)
          .add(Dense.of(5).activation(TANH))
          .add(ActivityRegularization.of().l1(0.01).l2(0.02))
          .add(Dense.of(4))
          .build("penalized_outputs");
    }
  },

  BRANCHES(CompileSpec.of(Adam.of(), CategoricalCrossentropy.of(), Accuracy.of())) {
    @Override
    ModelSpec spec() {
      Node<Image> image = Functional.image("image", 8, 8, 3);
      Node<Image> wide = image.then("wide", Conv2D.of(4, 3).padding(SAME).activation(RELU));
      Node<Image> narrow = image.then("narrow", Conv2D.of(4, 1));
      Node<Image> both = Concatenate.of(Add.of(wide, narrow), wide);
      Node<FeatureVector> end =
          both.then(Flatten.of()).then("end", Dense.of(4).activation(SOFTMAX));
      return Functional.build("branches", image, end);
    }
  },

  SHAPED(CompileSpec.of(Adam.of(), CategoricalCrossentropy.of(), Accuracy.of())) {
    @Override
    ModelSpec spec() {
      return Sequential.image(6, 4, 3)
          .add(ZeroPadding2D.of(1, 0, 2, 1))
          .add(Conv2D.of(4, 3))
          .add(UpSampling2D.of(2, 1).interpolation(Interpolation.BILINEAR))
          .add(UpSampling2D.of())
          .add(Cropping2D.of(2, 3, 1, 0))
          .add(Permute.of(3, 1, 2))
          .add(Reshape.sequence(-1, 6))
          .add(ZeroPadding1D.of(2, 0))
          .add(UpSampling1D.of())
          .add(Cropping1D.of(1, 3))
          .add(Reshape.vector(-1))
          .add(Dense.of(5).activation(TANH))
          .add(RepeatVector.of(3))
          .add(Flatten.of())
          .add(Dense.of(4).activation(SOFTMAX))
          .build("shaped");
    }
  },

  MERGED(CompileSpec.of(Adam.of(), MeanSquaredError.of(), Accuracy.of())) {
    @Override
    ModelSpec spec() {
      Node<FeatureVector> vector = Functional.vector(6);
      Node<FeatureVector> left = vector.then("left", Dense.of(4).activation(TANH));
      Node<FeatureVector> right = vector.then("right", Dense.of(4));
      Node<FeatureVector> cosine = Dot.of(1).normalize(true).on(List.of(left, right));
      Node<FeatureVector> merged =
          Concatenate.of(
              List.of(
                  Subtract.of(left, right),
                  Multiply.of(List.of(left, right, left)),
                  Average.of(left, right),
                  Maximum.of(left, right),
                  Minimum.of(List.of(left, right)),
                  cosine));
      return Functional.build("merged", vector, merged.then("end", Dense.of(4)));
    }
  },

  ARITHMETIC(CompileSpec.of(Adam.of(0.003), MeanSquaredError.of(), Accuracy.of())) {
    @Override
    ModelSpec spec() {
      Node<Image> image = Functional.image("image", 5, 4, 3);
      Node<Image> x = image.times(2).minus(0.5).then("look", Conv2D.of(3, 1));
      Node<Image> gate = x.plus(3).then("gate", ReLU.of().maxValue(6)).dividedBy(6);
      Node<Image> y = gate.times(x).plus(x.absolute().subtractedFrom(1)).minus(x.negated());
      Node<Image> z = y.plus(gate.exponentOf(2)).plus(Add.of(x, y));
      return Functional.build("arithmetic", image, z.then(Flatten.of()).then("end", Dense.of(4)));
    }
  },

  SHARED(CompileSpec.of(Adam.of(0.003), MeanSquaredError.of(), Accuracy.of())) {
    @Override
    ModelSpec spec() {
      Node<FeatureVector> vector = Functional.vector(6);
      Node<FeatureVector> left = vector.then("left", Dense.of(5).activation(RELU));
      Node<FeatureVector> right = vector.then("right", Dense.of(5));
      Node<FeatureVector> once = left.then("twin", Dense.of(3).activation(TANH));
      Node<FeatureVector> twice = once.again(right);
      return Functional.build(
          "shared", vector, Concatenate.of(once, twice).then("end", Dense.of(4)));
    }
  },

  NESTED(CompileSpec.of(Adam.of(0.003), MeanSquaredError.of(), Accuracy.of())) {
    @Override
    ModelSpec spec() {
      Node<FeatureVector> values = Functional.vector("values", 5);
      Node<FeatureVector> bent = values.then("bend", Dense.of(5).activation(RELU));
      ModelSpec block = Functional.build("block", values, Add.of(values, bent));
      ModelSpec chain =
          Sequential.vector(5)
              .add(
                  "shrink",
                  Dense.of(4).useBias(false).kernelInitializer(GlorotUniform.of().seed(1)))
              .add(BatchNormalization.of().momentum(0.6))
              .build("chain");
      Node<FeatureVector> vector = Functional.vector(6);
      Node<FeatureVector> first = vector.then(Dense.of(5)).then("block", NestedModel.vector(block));
      Node<FeatureVector> second = first.again(first);
      return Functional.build("nested", vector, second.then("chain", NestedModel.vector(chain)));
    }
  },

  SEQUENCES(
      // Not Adam, which would amplify the gradient of the key bias, which is only rounding errors.
      CompileSpec.of(SGD.of(0.05).momentum(0.9), MeanSquaredError.of(), Accuracy.of())) {
    @Override
    ModelSpec spec() {
      Node<Sequence> steps = Functional.sequence(5, 3);
      Node<Sequence> read = steps.then(Bidirectional.of(LSTM.of(2).returnSequences(true)));
      Node<Sequence> each = read.then(TimeDistributed.of(Dense.of(4).activation(TANH)));
      Node<Sequence> attended = MultiHeadAttention.of(2, 3).useCausalMask(true).on(each, read);
      Node<Sequence> again = attended.then(SimpleRNN.of(3).returnSequences(true));
      return Functional.build(
          "sequences", steps, again.then(GRU.of(4)).then(Dense.of(4).activation(TANH)));
    }
  },

  FROZEN(CompileSpec.of(Adam.of(0.003), SparseCategoricalCrossentropy.of(), Accuracy.of())) {
    @Override
    ModelSpec spec() {
      return Sequential.image(8, 8, 3)
          .add(Conv2D.of(4, 3).activation(RELU).kernelRegularizer(L2.of(0.01)))
          .add(BatchNormalization.of().momentum(0.6))
          .add(Flatten.of())
          .add(Dense.of(4).activation(SOFTMAX))
          .build("frozen")
          .freeze("conv2d", "batch_normalization");
    }
  },

  NORMALIZED(CompileSpec.of(Adam.of(0.003), SparseCategoricalCrossentropy.of(), Accuracy.of())) {
    @Override
    ModelSpec spec() {
      return Sequential.image(6, 5, 3)
          .add(Normalization.of().mean(0.1, -0.1, 0).variance(0.5, 1, 2))
          .add(Conv2D.of(4, 3).activation(GELU))
          .add(GroupNormalization.of().groups(2))
          .add(PReLU.of().sharedAxes(1, 2))
          .add(LayerNormalization.of().axis(1, 2, 3))
          .add(LeakyReLU.of())
          .add(SpatialDropout2D.of(0))
          .add(Softmax.of().axis(1))
          .add(Flatten.of())
          .add(Dense.of(8).activation(MISH))
          .add(ELU.of().alpha(0.5))
          .add(GaussianNoise.of(0))
          .add(GaussianDropout.of(0))
          .add(AlphaDropout.of(0))
          .add(UnitNormalization.of())
          .add(ReLU.of().negativeSlope(0.1).maxValue(6))
          .add(Dense.of(4))
          .add(Softmax.of())
          .build("normalized");
    }
  },

  /** Two inputs and two outputs, each with its own loss. */
  TWO_BY_TWO(
      CompileSpec.of(Adam.of(0.003))
          .loss("kind", SparseCategoricalCrossentropy.of())
          .metrics("kind", Accuracy.of())
          .loss("size", MeanSquaredError.of())
          .lossWeight("size", 0.5)
          .metrics("size", BinaryAccuracy.of(), Accuracy.of())) {
    @Override
    ModelSpec spec() {
      Node<Image> scene = Functional.image("scene", 6, 5, 2);
      Node<FeatureVector> hint = Functional.vector("hint", 3);
      Node<FeatureVector> seen =
          scene.then("look", Conv2D.of(3, 3).activation(RELU)).then("rows", Flatten.of());
      Node<FeatureVector> both = Concatenate.of(seen, hint).named("both");
      Node<FeatureVector> kind = both.then("kind", Dense.of(4).activation(SOFTMAX));
      Node<FeatureVector> size =
          both.then("hidden", Dense.of(5).activation(TANH).kernelRegularizer(L2.of(0.01)))
              .then("size", Dense.of(2));
      return Functional.build("two_by_two", List.of(scene, hint), List.of(kind, size));
    }

    @Override
    Dataset batch(int step) {
      SplittableRandom random = new SplittableRandom(step);
      return Dataset.zip(
          Dataset.samples(Shape.of(6, 5, 2), numbers(random, SAMPLES * 60)),
          Dataset.samples(Shape.of(3), numbers(random, SAMPLES * 3)),
          Dataset.classIndices(random.ints(SAMPLES, 0, CLASSES).toArray()),
          Dataset.targets(Shape.of(2), numbers(random, SAMPLES * 2)));
    }
  },

  /** One loss for both outputs. */
  ONE_LOSS(CompileSpec.of(SGD.of(0.05).momentum(0.9), MeanSquaredError.of(), BinaryAccuracy.of())) {
    @Override
    ModelSpec spec() {
      Node<FeatureVector> vector = Functional.vector("vector", 6);
      Node<FeatureVector> left = vector.then("left", Dense.of(3).activation(TANH));
      Node<FeatureVector> right = left.then("right", Dense.of(2));
      return Functional.build("one_loss", List.of(vector), List.of(right, left));
    }

    @Override
    Dataset batch(int step) {
      SplittableRandom random = new SplittableRandom(step);
      return Dataset.zip(
          Dataset.samples(Shape.of(6), numbers(random, SAMPLES * 6)),
          Dataset.targets(Shape.of(2), numbers(random, SAMPLES * 2)),
          Dataset.targets(Shape.of(3), numbers(random, SAMPLES * 3)));
    }
  };

  static final int CLASSES = 4;
  static final int SAMPLES = 16;

  private final CompileSpec compileSpec;
  private final KerasSince since;

  KerasExample(CompileSpec compileSpec) {
    this(compileSpec, KerasSince.ALWAYS);
  }

  KerasExample(Optimizer optimizer) {
    this(optimizer, KerasSince.ALWAYS);
  }

  KerasExample(Optimizer optimizer, KerasSince since) {
    this(CompileSpec.of(optimizer, MeanSquaredError.of(), Accuracy.of()), since);
  }

  KerasExample(CompileSpec compileSpec, KerasSince since) {
    this.compileSpec = compileSpec;
    this.since = since;
  }

  /**
   * Returns the model; by default two layers with regularizers and constraints, for cases about the
   * optimizer.
   */
  ModelSpec spec() {
    return Sequential.vector(6)
        .add(Dense.of(5).activation(TANH).kernelConstraint(MaxNorm.of().maxValue(0.9)))
        .add(
            Dense.of(4)
                .kernelRegularizer(L1L2.of(0.01, 0.02))
                .biasConstraint(NonNeg.of())
                .kernelInitializer(Orthogonal.of().gain(0.5).seed(3)))
        .build(fileName());
  }

  CompileSpec compileSpec() {
    return compileSpec;
  }

  /** Returns the first Keras that trains it as Java does. */
  KerasSince since() {
    return since;
  }

  String fileName() {
    return name().toLowerCase(Locale.ROOT);
  }

  @MustBeClosed
  Model compiled() {
    return Model.compile(spec(), compileSpec(), Execution.defaults().seed(5));
  }

  /** Returns the batch of a training step, with labels in the format of the loss. */
  Dataset batch(int step) {
    Shape sample = spec().resolve().inputShape().tail();
    SplittableRandom random = new SplittableRandom(step);
    Dataset data =
        Dataset.zip(
            Dataset.samples(sample, numbers(random, SAMPLES * (int) sample.size())),
            Dataset.classIndices(random.ints(SAMPLES, 0, CLASSES).toArray()));
    return compileSpec().objectives(spec().resolve()).get(0).takesClassIndices()
        ? data
        : data.oneHot(CLASSES);
  }

  private static float[] numbers(SplittableRandom random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (random.nextDouble() * 2 - 1);
    }
    return values;
  }
}
