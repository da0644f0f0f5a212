package io.rhyton.model.layer.geometry;

import io.rhyton.error.Arguments;
import io.rhyton.error.MessageText;
import io.rhyton.error.SpecException;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.model.shape.Sizes;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.WeightOptions;
import io.rhyton.model.weight.WeightSpec;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * The input shapes of a layer in a model.
 *
 * @param node the name of the layer in the model
 * @param type the type of the layer, for messages
 * @param shapes the input shapes, batch axis first, of unknown size
 */
public record LayerInputs(String node, String type, List<Shape> shapes) {
  private static final int MOST_STEPS = 10_000;
  private static final String TO_IMAGE = "Put it before Flatten and GlobalAveragePooling2D.";
  private static final String TO_SEQUENCE = "Use samples of shape [steps, features].";
  private static final String TO_VECTOR = "Add Flatten or GlobalAveragePooling2D before it.";

  public LayerInputs {
    shapes = Arguments.copyOf("shapes", shapes);
  }

  /** Returns the only input, of any rank. */
  public Shape single() {
    if (shapes.size() != 1) {
      throw mismatch("one input", shapes.size() + " inputs", "Pass exactly one.");
    }
    return shapes.get(0);
  }

  /** Returns all inputs, at least the given number. */
  public List<Shape> several(int atLeast) {
    if (shapes.size() < atLeast) {
      throw mismatch(
          "at least " + atLeast + " inputs",
          shapes.size() + "",
          "Pass the outputs of several layers.");
    }
    return shapes;
  }

  /** Returns the two inputs. */
  public List<Shape> two() {
    if (shapes.size() != 2) {
      throw mismatch("two inputs", shapes.size() + "", "Pass exactly two.");
    }
    return shapes;
  }

  /**
   * Returns the broadcast shape of two or more inputs: sizes of 1 are broadcast, and inputs of
   * lower rank get axes of size 1 after the batch axis.
   */
  public Shape broadcast() {
    int rank = several(2).stream().mapToInt(Shape::numDimensions).max().orElseThrow();
    long[] sizes = new long[rank];
    Arrays.fill(sizes, 1);
    sizes[0] = shapes.get(0).get(0);
    for (Shape shape : shapes) {
      int missing = rank - shape.numDimensions();
      boolean fits = true;
      for (int i = missing + 1; fits && i < rank; i++) {
        long size = shape.get(i - missing);
        fits = Sizes.mayEqual(sizes[i], size) || sizes[i] == 1 || size == 1;
        // As in Keras, an unknown size is taken to be the known one.
        sizes[i] = sizes[i] == 1 || (size != 1 && Sizes.isKnown(size)) ? size : sizes[i];
      }
      if (!fits) {
        throw mismatch("inputs of the same shape", text(), "Resize or reshape them first.");
      }
    }
    return Shape.of(sizes);
  }

  /** Returns the broadcast shape of two inputs of the same rank. */
  public Shape operands() {
    List<Shape> both = two();
    // Keras prepends missing axes, which would align the batch of one input with another axis.
    if (both.get(0).numDimensions() != both.get(1).numDimensions()) {
      throw mismatch("inputs of the same rank", text(), "Reshape them to the same rank.");
    }
    return broadcast();
  }

  /**
   * Returns the inputs, whose number must be within the given bounds, each {@code [batch, steps,
   * features]}.
   */
  public List<Shape> sequences(int atLeast, int atMost) {
    boolean fits = shapes.size() >= atLeast && shapes.size() <= atMost;
    if (!fits || shapes.stream().anyMatch(shape -> shape.numDimensions() != 3)) {
      throw mismatch(
          atLeast + " to " + atMost + " inputs [batch, steps, features]", text(), TO_SEQUENCE);
    }
    return shapes;
  }

  /** Returns the only input, {@code [batch, steps, ...]}, of rank 3 or more. */
  public Shape steps() {
    Shape shape = single();
    if (shape.numDimensions() < 3) {
      throw mismatch(
          "input of rank 3 or more [batch, steps, ...]", ShapeText.of(shape), TO_SEQUENCE);
    }
    return shape;
  }

  /** Returns the inputs of a layer that is part of this one, by its name and type. */
  public LayerInputs inside(String name, String type, Shape... inner) {
    return new LayerInputs(node + "/" + name, type, inner.length == 0 ? shapes : List.of(inner));
  }

  /** Returns all input shapes as text. */
  public String text() {
    return shapes.stream().map(ShapeText::of).toList().toString();
  }

  /** Returns the only input, {@code [batch, height, width, channels]}. */
  public Shape image() {
    return ofRank(4, "[batch, height, width, channels]", TO_IMAGE);
  }

  /** Returns the only input, {@code [batch, steps, features]}. */
  public Shape sequence() {
    return ofRank(3, "[batch, steps, features]", TO_SEQUENCE);
  }

  /**
   * Returns the only input, {@code [batch, steps, features]}, short enough to unroll in the graph.
   */
  public Shape unrolled() {
    Shape sequence = sequence();
    requireKnown(sequence, 1, "number of timesteps");
    if (sequence.get(1) > MOST_STEPS) {
      throw mismatch(
          "at most " + MOST_STEPS + " timesteps",
          ShapeText.of(sequence),
          "Shorten the sequences: the graph is unrolled over timesteps.");
    }
    return sequence;
  }

  /** Returns the only input, {@code [batch, features]}. */
  public Shape vector() {
    return ofRank(2, "[batch, features]", TO_VECTOR);
  }

  /** Returns the only input, {@code [batch, ..., features]}, of rank 2 or more. */
  public Shape features() {
    Shape shape = single();
    if (shape.numDimensions() < 2) {
      throw mismatch(
          "input of rank 2 or more [batch, ..., features]",
          ShapeText.of(shape),
          "Use samples of shape [features].");
    }
    return shape;
  }

  private Shape ofRank(int rank, String axes, String fix) {
    Shape shape = single();
    if (shape.numDimensions() != rank) {
      throw mismatch("input of rank " + rank + " " + axes, ShapeText.of(shape), fix);
    }
    return shape;
  }

  /** Returns a trainable weight. */
  public WeightSpec trainable(String variable, Shape shape, WeightOptions options) {
    requireKnown(variable, shape);
    requireSupported(options.initializer(), variable, shape);
    requireSupported(options.regularizer(), variable, shape);
    Constraint constraint = options.constraint();
    if (constraint != null && !constraint.supports(shape)) {
      throw mismatch(
          variable + " of a shape that " + constraint + " supports",
          ShapeText.of(shape),
          "Use distinct axes of the weight.");
    }
    return new WeightSpec(
        node + "/" + variable,
        shape,
        true,
        options.initializer(),
        options.regularizer(),
        constraint);
  }

  private void requireKnown(String variable, Shape shape) {
    if (shape.hasUnknownDimension()) {
      throw mismatch(
          "input of known size for its " + variable,
          text(),
          "Set the size of the input layer, or use a layer that accepts any size, such as"
              + " global pooling instead of Flatten.");
    }
  }

  /**
   * Checks that a size of an input is known.
   *
   * @param axis the axis, including the batch as axis 0
   * @param what what the axis counts, for the message
   */
  public void requireKnown(Shape input, int axis, String what) {
    if (!Sizes.isKnown(input.get(axis))) {
      throw mismatch("a known " + what, ShapeText.of(input), "Set the size of the input layer.");
    }
  }

  private void requireSupported(Initializer initializer, String variable, Shape shape) {
    if (!initializer.supports(shape)) {
      throw mismatch(
          variable + " of a shape that " + initializer + " supports",
          ShapeText.of(shape),
          "Choose another initializer.");
    }
  }

  /** Checks that a regularizer is defined for a weight or an output. */
  public void requireSupported(@Nullable Regularizer regularizer, String what, Shape shape) {
    if (regularizer != null && !regularizer.supports(shape)) {
      throw mismatch(
          what + " of a shape that " + regularizer + " supports",
          ShapeText.of(shape),
          "Choose another regularizer.");
    }
  }

  /** Returns a weight that only the layer itself updates. */
  public WeightSpec nonTrainable(String variable, Shape shape, Initializer initializer) {
    requireKnown(variable, shape);
    requireSupported(initializer, variable, shape);
    return new WeightSpec(node + "/" + variable, shape, false, initializer, null, null);
  }

  /**
   * Returns the exception for inputs that the layer does not support.
   *
   * @param expected what it supports
   * @param received the inputs instead
   * @param fix what to change
   */
  public SpecException mismatch(String expected, String received, String fix) {
    return new SpecException(
        "Layer " + MessageText.name(node) + " (" + type + ")", expected, received, fix);
  }
}
