package io.rhyton.keras;

import io.rhyton.model.layer.Arithmetic;
import io.rhyton.model.layer.Arithmetic.Operator;
import io.rhyton.model.layer.Concatenate;
import io.rhyton.model.layer.Cropping1D;
import io.rhyton.model.layer.Cropping2D;
import io.rhyton.model.layer.Dot;
import io.rhyton.model.layer.Embedding;
import io.rhyton.model.layer.GroupNormalization;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.LayerNormalization;
import io.rhyton.model.layer.NumberArithmetic;
import io.rhyton.model.layer.PReLU;
import io.rhyton.model.layer.Permute;
import io.rhyton.model.layer.Reduction;
import io.rhyton.model.layer.RepeatVector;
import io.rhyton.model.layer.Reshape;
import io.rhyton.model.layer.Softmax;
import io.rhyton.model.layer.Subtract;
import io.rhyton.model.layer.UnaryOperation;
import io.rhyton.model.layer.UnitNormalization;
import io.rhyton.model.layer.UpSampling2D;
import io.rhyton.model.shape.Border1D;
import io.rhyton.model.shape.Border2D;
import io.rhyton.model.weight.WeightOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.tensorflow.ndarray.Shape;

/** Random layers, of which some do not fit their input or are rejected; callers then draw again. */
final class FittingLayers {
  private static final List<UnaryOperation.Operator> CURVES =
      List.of(
          UnaryOperation.Operator.SIN,
          UnaryOperation.Operator.COS,
          UnaryOperation.Operator.ARCTAN,
          UnaryOperation.Operator.ARCSINH,
          UnaryOperation.Operator.ERF);

  private static final List<Reduction.Operator> REDUCTIONS =
      List.of(
          Reduction.Operator.SUM,
          Reduction.Operator.MEAN,
          Reduction.Operator.MAX,
          Reduction.Operator.MIN,
          Reduction.Operator.VAR,
          Reduction.Operator.LOGSUMEXP);

  private final Random random;
  private final RandomLayers options;
  private final RandomPreprocessing prepared;
  private final RandomSequenceLayers sequences;

  FittingLayers(Random random) {
    this.random = random;
    this.options = RandomLayers.daring(random);
    this.prepared = new RandomPreprocessing(random, options);
    this.sequences = new RandomSequenceLayers(random, options);
  }

  /** Returns a layer for samples of a shape. */
  Layer layer(Shape sample) {
    if (random.nextInt(6) == 0) {
      return layerOfAnyRank(sample);
    }
    return switch (sample.numDimensions()) {
      case 1 -> vectorLayer();
      case 2 -> sequenceLayer();
      default -> imageLayer();
    };
  }

  Embedding embedding(int numbers) {
    return sequences.embedding(numbers);
  }

  /** Returns a layer for two inputs. */
  Layer merging(Shape first, Shape second) {
    if (first.numDimensions() == 2 && second.numDimensions() == 2 && random.nextInt(3) == 0) {
      return sequences.attention();
    }
    return switch (random.nextInt(10)) {
      case 0 -> random.nextBoolean() ? Subtract.of() : options.customScaleLayer();
      case 1 -> new Dot(axes(first, second), random.nextBoolean());
      case 2, 3 -> Concatenate.of().axis(axis(first));
      case 4 -> sequences.attention();
      case 5, 6 -> Arithmetic.of(operator());
      default -> options.merging();
    };
  }

  private List<Integer> axes(Shape first, Shape second) {
    return random.nextBoolean() ? List.of(axis(first)) : List.of(axis(first), axis(second));
  }

  private Layer vectorLayer() {
    return switch (random.nextInt(8)) {
      case 0 -> RepeatVector.of(1 + random.nextInt(4));
      default -> options.vectorLayer();
    };
  }

  private Layer sequenceLayer() {
    return switch (random.nextInt(12)) {
      case 0 -> new Cropping1D(new Border1D(random.nextInt(3), random.nextInt(3)));
      case 1, 2, 3 -> sequences.sequenceLayer();
      case 4 -> sequences.collapsingLayer();
      case 5 -> options.sequenceCollapsingLayer();
      case 6 -> sequences.attention();
      default -> options.sequenceLayer();
    };
  }

  private Layer imageLayer() {
    return switch (random.nextInt(12)) {
      case 0 ->
          new Cropping2D(
              new Border2D(
                  random.nextInt(3), random.nextInt(3), random.nextInt(3), random.nextInt(3)));
      case 1 -> UpSampling2D.of(1 + random.nextInt(3), 1 + random.nextInt(3));
      case 2 -> options.collapsingLayer();
      case 3 -> prepared.imageLayer();
      default -> options.imageLayer();
    };
  }

  private Layer layerOfAnyRank(Shape sample) {
    return switch (random.nextInt(10)) {
      case 0 -> permute(sample.numDimensions());
      case 1 -> reshape((int) sample.size());
      case 2 -> new Softmax(someAxes(sample));
      case 3 ->
          LayerNormalization.of()
              .axis(someAxes(sample).stream().mapToInt(axis -> axis).toArray())
              .epsilon(epsilon())
              .center(random.nextBoolean())
              .scale(random.nextBoolean());
      case 4 -> new UnitNormalization(someAxes(sample));
      case 5 ->
          GroupNormalization.of()
              .groups(1 + random.nextInt(3))
              .axis(axis(sample))
              .epsilon(epsilon())
              .center(random.nextBoolean())
              .scale(random.nextBoolean());
      case 6 ->
          random.nextBoolean()
              ? options.layerScale((int) sample.get(-1))
              : new PReLU(
                  new WeightOptions(options.initializer(), options.regularizer(), null),
                  someAxes(sample));
      case 7, 8 -> operation(sample);
      default -> options.vectorLayer();
    };
  }

  /** Returns an operation whose gradient is bounded. */
  private Layer operation(Shape sample) {
    return switch (random.nextInt(8)) {
      case 0 -> UnaryOperation.of(UnaryOperation.Operator.NEGATIVE);
      case 1 -> UnaryOperation.of(UnaryOperation.Operator.ABSOLUTE);
      case 2 -> UnaryOperation.of(UnaryOperation.Operator.SQUARE);
      case 6 -> UnaryOperation.of(CURVES.get(random.nextInt(CURVES.size())));
      case 7 ->
          new Reduction<>(
              REDUCTIONS.get(random.nextInt(REDUCTIONS.size())),
              someAxes(sample),
              random.nextBoolean());
      case 3 -> NumberArithmetic.of(Operator.DIVIDE, 0.5 + random.nextDouble());
      case 4 -> NumberArithmetic.of(Operator.POWER, 0.5 + random.nextDouble()).numberFirst(true);
      default -> new NumberArithmetic(operator(), random.nextGaussian(), random.nextBoolean());
    };
  }

  private Operator operator() {
    Operator operator = options.operator();
    return operator == Operator.DIVIDE || operator == Operator.POWER ? Operator.MULTIPLY : operator;
  }

  private Permute permute(int rank) {
    List<Integer> dims = new ArrayList<>(IntStream.rangeClosed(1, rank).boxed().toList());
    Collections.shuffle(dims, random);
    return new Permute(dims);
  }

  /** Returns a reshape to one, two or three axes. */
  private Reshape<?> reshape(int values) {
    List<Integer> sizes = new ArrayList<>();
    int left = values;
    for (int axes = random.nextInt(3); axes > 0; axes--) {
      int most = left;
      List<Integer> divisors =
          IntStream.rangeClosed(1, most).filter(size -> most % size == 0).boxed().toList();
      int size = divisors.get(random.nextInt(divisors.size()));
      sizes.add(size);
      left /= size;
    }
    sizes.add(random.nextBoolean() ? left : -1);
    return new Reshape<>(sizes);
  }

  /** Returns one or more axes, but never the batch axis, counted from either end. */
  private List<Integer> someAxes(Shape sample) {
    int rank = sample.numDimensions();
    int shift = random.nextBoolean() ? 0 : -rank - 1;
    List<Integer> axes =
        IntStream.rangeClosed(1, rank)
            .filter(axis -> random.nextBoolean())
            .mapToObj(axis -> axis + shift)
            .toList();
    return axes.isEmpty() ? List.of(-1) : axes;
  }

  private int axis(Shape sample) {
    int axis = 1 + random.nextInt(sample.numDimensions());
    return random.nextBoolean() ? axis : axis - sample.numDimensions() - 1;
  }

  /** Large enough to keep rounding differences small. */
  private double epsilon() {
    return random.nextDouble() + 0.01;
  }
}
