package io.rhyton.model.layer.geometry;

import io.rhyton.error.SpecException;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.WeightSpec;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * The shapes that a layer is given, at its place in a model.
 *
 * @param node the layer's name there
 * @param type the layer's type, for messages
 * @param shapes the input shapes, the batch first and unknown
 */
public record LayerInputs(String node, String type, List<Shape> shapes) {
  private static final int MOST_STEPS = 10_000;
  private static final String TO_IMAGE = "Put it before Flatten and GlobalAveragePooling2D.";
  private static final String TO_SEQUENCE = "Give it samples [steps, features].";
  private static final String TO_VECTOR = "Add Flatten or GlobalAveragePooling2D before it.";

  /** Copies the list. */
  public LayerInputs {
    shapes = List.copyOf(shapes);
  }

  /** The one input, of any rank. */
  public Shape single() {
    if (shapes.size() != 1) {
      throw mismatch("one input", shapes.size() + " inputs", "Give it exactly one.");
    }
    return shapes.get(0);
  }

  /** All inputs, of which there must be so many or more. */
  public List<Shape> several(int atLeast) {
    if (shapes.size() < atLeast) {
      throw mismatch(
          atLeast + " inputs or more", shapes.size() + "", "Merge what several layers make.");
    }
    return shapes;
  }

  /** The two inputs. */
  public List<Shape> two() {
    if (shapes.size() != 2) {
      throw mismatch("two inputs", shapes.size() + "", "Give it exactly two.");
    }
    return shapes;
  }

  /**
   * The shape that two inputs or more have in common, where a size of 1 fits any other, and an
   * input of a lower rank has axes of 1 behind the batch.
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
        fits = sizes[i] == size || sizes[i] == 1 || size == 1;
        sizes[i] = sizes[i] == 1 ? size : sizes[i];
      }
      if (!fits) {
        throw mismatch("inputs of one shape", text(), "Bring them to one size first.");
      }
    }
    return Shape.of(sizes);
  }

  /** So many inputs, each {@code [batch, steps, features]}. */
  public List<Shape> sequences(int atLeast, int atMost) {
    boolean fits = shapes.size() >= atLeast && shapes.size() <= atMost;
    if (!fits || shapes.stream().anyMatch(shape -> shape.numDimensions() != 3)) {
      throw mismatch(
          atLeast + " to " + atMost + " inputs [batch, steps, features]", text(), TO_SEQUENCE);
    }
    return shapes;
  }

  /** The one input, {@code [batch, steps, ...]}: of rank 3 or more. */
  public Shape steps() {
    Shape shape = single();
    if (shape.numDimensions() < 3) {
      throw mismatch(
          "input of rank 3 or more [batch, steps, ...]", ShapeText.of(shape), TO_SEQUENCE);
    }
    return shape;
  }

  /** The inputs of a layer that is part of this one. */
  public LayerInputs inside(String name, Layer layer, Shape... inner) {
    return new LayerInputs(
        node + "/" + name, layer.typeName(), inner.length == 0 ? shapes : List.of(inner));
  }

  /** All input shapes. */
  public String text() {
    return shapes.stream().map(ShapeText::of).toList().toString();
  }

  /** The one input, {@code [batch, height, width, channels]}. */
  public Shape image() {
    return ofRank(4, "[batch, height, width, channels]", TO_IMAGE);
  }

  /** The one input, {@code [batch, steps, features]}. */
  public Shape sequence() {
    return ofRank(3, "[batch, steps, features]", TO_SEQUENCE);
  }

  /** The one input, {@code [batch, steps, features]}, each step of which stands in the graph. */
  public Shape unrolled() {
    Shape sequence = sequence();
    if (sequence.get(1) > MOST_STEPS) {
      throw mismatch(
          "at most " + MOST_STEPS + " steps",
          ShapeText.of(sequence),
          "Shorten the sequences: each step stands in the graph.");
    }
    return sequence;
  }

  /** The one input, {@code [batch, features]}. */
  public Shape vector() {
    return ofRank(2, "[batch, features]", TO_VECTOR);
  }

  /** The one input, {@code [batch, ..., features]}: of rank 2 or more. */
  public Shape features() {
    Shape shape = single();
    if (shape.numDimensions() < 2) {
      throw mismatch(
          "input of rank 2 or more [batch, ..., features]",
          ShapeText.of(shape),
          "Give it samples [features].");
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

  /** A weight that the optimizer changes, and may change to any value. */
  public WeightSpec trainable(
      String variable, Shape shape, Initializer initializer, @Nullable Regularizer regularizer) {
    return trainable(variable, shape, initializer, regularizer, null);
  }

  /** A weight that the optimizer changes. */
  public WeightSpec trainable(
      String variable,
      Shape shape,
      Initializer initializer,
      @Nullable Regularizer regularizer,
      @Nullable Constraint constraint) {
    requireTaken(initializer, variable, shape);
    requireTaken(regularizer, variable, shape);
    if (constraint != null && !constraint.takes(shape)) {
      throw mismatch(
          variable + " that " + constraint + " fits",
          ShapeText.of(shape),
          "Name axes that it has, each once.");
    }
    return new WeightSpec(node + "/" + variable, shape, true, initializer, regularizer, constraint);
  }

  private void requireTaken(Initializer initializer, String variable, Shape shape) {
    if (!initializer.takes(shape)) {
      throw mismatch(
          variable + " that " + initializer + " fits",
          ShapeText.of(shape),
          "Choose another initializer.");
    }
  }

  /** Checks that a regularizer can be worked out for a weight or an output. */
  public void requireTaken(@Nullable Regularizer regularizer, String what, Shape shape) {
    if (regularizer != null && !regularizer.takes(shape)) {
      throw mismatch(
          what + " that " + regularizer + " fits",
          ShapeText.of(shape),
          "Choose another regularizer.");
    }
  }

  /** A weight that only the layer itself changes. */
  public WeightSpec nonTrainable(String variable, Shape shape, Initializer initializer) {
    requireTaken(initializer, variable, shape);
    return new WeightSpec(node + "/" + variable, shape, false, initializer, null, null);
  }

  public SpecException mismatch(String expected, String received, String fix) {
    return new SpecException("Layer '" + node + "' (" + type + ")", expected, received, fix);
  }
}
