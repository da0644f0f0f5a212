package io.rhyton.golden;

import static io.rhyton.model.layer.Interpolation.NEAREST;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.data.Dataset;
import io.rhyton.error.SpecException;
import io.rhyton.golden.cases.CompiledCase;
import io.rhyton.golden.cases.LayerCases;
import io.rhyton.golden.file.Golden;
import io.rhyton.golden.parity.Closeness;
import io.rhyton.golden.parity.LedgerRow;
import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.FillMode;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.RandomRotation;
import io.rhyton.model.layer.RandomTranslation;
import io.rhyton.model.layer.RandomZoom;
import io.rhyton.model.layer.Reshape;
import io.rhyton.model.layer.TimeDistributed;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.shape.Sizes;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.ndarray.Shape;

/**
 * The layers on images and sequences of any size: the same numbers as Keras at the size of the
 * golden files, and at another size the same as a model that was built for it.
 */
class UnknownSizesTest {
  private static final JsonNode GOLDEN = LayerCases.golden();
  private static final Map<String, ModelSpec> CASES = LayerCases.all();
  private static final int SAMPLES = 3;
  private static final double TOLERANCE = 1e-5;

  static Stream<String> cases() {
    return CASES.keySet().stream().filter(name -> hasSizes(spec(name)) && isBuilt(spec(name)));
  }

  private static ModelSpec spec(String name) {
    return Golden.required(CASES, name);
  }

  /** Whether an input is an image or a sequence. */
  private static boolean hasSizes(ModelSpec spec) {
    return spec.resolve().inputShapes().stream().anyMatch(shape -> shape.numDimensions() > 2);
  }

  private static boolean isBuilt(ModelSpec spec) {
    try {
      return Sizes.isKnown(ofAnySize(spec).resolve().outputShape().get(-1));
    } catch (SpecException e) {
      return false;
    }
  }

  /** The model with other sizes of its inputs, except of their last axis. */
  private static ModelSpec resized(ModelSpec spec, LongUnaryOperator resizing) {
    return with(
        spec,
        layer ->
            layer instanceof InputLayer input
                ? new InputLayer(resized(input.shape(), resizing), input.dtype())
                : layer);
  }

  /**
   * The model with inputs of any size. The loss needs a last axis of known size, so the flattened
   * output is given the one that it has in a model of known size.
   */
  private static ModelSpec ofAnySize(ModelSpec known) {
    long width = known.resolve().outputShape().get(-1);
    ModelSpec reshaped =
        with(known, layer -> layer instanceof Flatten ? Reshape.vector((int) width) : layer);
    return resized(reshaped, size -> Sizes.ANY);
  }

  private static ModelSpec with(ModelSpec spec, UnaryOperator<Layer> change) {
    List<LayerSpec> layers =
        spec.layers().stream()
            .map(
                layer ->
                    new LayerSpec(
                        layer.name(),
                        change.apply(layer.layer()),
                        layer.trainable(),
                        layer.calls()))
            .toList();
    return new ModelSpec(spec.name(), spec.type(), layers, spec.inputs(), spec.outputs());
  }

  private static Shape resized(Shape sample, LongUnaryOperator resizing) {
    long[] sizes = sample.asArray();
    for (int axis = 0; axis < sizes.length - 1; axis++) {
      sizes[axis] = resizing.applyAsLong(sizes[axis]);
    }
    return Shape.of(sizes);
  }

  @Test
  void layersThatNeedAKnownSizeAreRejected() {
    assertThat(
            CASES.values().stream()
                .filter(spec -> hasSizes(spec) && !isBuilt(spec))
                .flatMap(spec -> spec.layers().stream())
                .filter(layer -> layer.name().equals(LayerCases.TESTED))
                .map(layer -> layer.layer().typeName()))
        .containsOnly(
            "BatchNormalization",
            "Bidirectional",
            "GRU",
            "GroupNormalization",
            "LSTM",
            "LayerNormalization",
            "Normalization",
            "PReLU",
            "RMSNormalization",
            "Reshape",
            "SimpleRNN");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void outputsAndGradientsMatchKeras(String name) {
    ModelSpec spec = ofAnySize(spec(name));
    new RecordedTraining(new LedgerRow(name), spec, GOLDEN.get(name)).assertOutputsAndGradients();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void outputsAndUpdatesMatchAModelBuiltForThatSize(String name) {
    ModelSpec known;
    try {
      known = resized(spec(name), size -> size + 3);
    } catch (SpecException e) {
      return; // A Reshape to a fixed shape, for instance.
    }
    assertSame(name, ofAnySize(known), known, Golden.weights(GOLDEN.get(name).get("start")));
  }

  /** Where gradients flow through it, an augmentation is emitted in another way. */
  @ParameterizedTest
  @EnumSource(FillMode.class)
  void augmentationsAfterLayersWithWeightsAreThoseOfAModelOfTheSize(FillMode fillMode) {
    for (int height : new int[] {1, 5}) {
      ModelSpec known =
          Sequential.image(height, 6, 2)
              .add("conv", Conv2D.of(3, 1))
              .add(RandomRotation.of(0.4).fillMode(fillMode).seed(1))
              .add(RandomTranslation.of(0.6, 0.4).fillMode(fillMode).seed(2))
              .add(RandomZoom.of(0.5).fillMode(fillMode).interpolation(NEAREST).seed(3))
              .add("scores", Conv2D.of(2, 1))
              .build("model");
      assertSame(fillMode + ", " + height, ofAnySize(known), known, positive(known));
    }
  }

  /** The moving averages follow the steps of the steps one after the other. */
  @Test
  void batchNormalizationOfEveryStepOfEveryStepIsThatOfAModelOfTheSize() {
    ModelSpec known =
        with(
            Sequential.image(4, 3, 2).add("each", Flatten.of()).build("model"),
            layer ->
                layer instanceof Flatten
                    ? new TimeDistributed(TimeDistributed.of(BatchNormalization.of().momentum(0.8)))
                    : layer);
    assertSame("steps of steps", ofAnySize(known), known, positive(known));
  }

  private static void assertSame(String what, ModelSpec any, ModelSpec known, Weights start) {
    Dataset data = data(known);
    try (Model one = CompiledCase.of(any, MeanSquaredError.of()).compile();
        Model other = CompiledCase.of(known, MeanSquaredError.of()).compile()) {
      one.loadWeights(start);
      other.loadWeights(start);
      Closeness.assertClose(
          what + ", prediction",
          Golden.values(one.predict(data)),
          Golden.values(other.predict(data)),
          TOLERANCE);
      one.trainOnBatch(data);
      other.trainOnBatch(data);
      for (String weight : start.names()) {
        Closeness.assertClose(
            what + ", gradient of " + weight,
            Gradients.of(start.values(weight), one.weights().values(weight)),
            Gradients.of(start.values(weight), other.weights().values(weight)),
            TOLERANCE);
      }
    }
  }

  /** Weights that are variances, too. */
  private static Weights positive(ModelSpec spec) {
    Random random = new Random(3);
    Weights.Builder weights = Weights.builder();
    for (WeightSpec weight : spec.resolve().weights()) {
      float[] values = new float[(int) weight.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = 0.2f + random.nextFloat();
      }
      weights.add(weight.name(), weight.shape(), values);
    }
    return weights.build();
  }

  private static Dataset data(ModelSpec spec) {
    Random random = new Random(5);
    List<Dataset> parts =
        Stream.concat(
                spec.resolve().inputShapes().stream()
                    .map(shape -> Dataset.samples(shape.tail(), numbers(shape.tail(), random))),
                spec.resolve().outputShapes().stream()
                    .map(shape -> Dataset.targets(shape.tail(), numbers(shape.tail(), random))))
            .toList();
    return Dataset.zip(parts.toArray(Dataset[]::new));
  }

  private static float[] numbers(Shape sample, Random random) {
    float[] numbers = new float[(int) (SAMPLES * sample.size())];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = random.nextFloat();
    }
    return numbers;
  }
}
