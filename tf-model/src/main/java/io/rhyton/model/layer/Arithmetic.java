package io.rhyton.model.layer;

import io.rhyton.model.Node;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Rank;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/**
 * An operation on two tensors, value by value: {@code x + y}, {@code x * y} and so on in Python.
 *
 * <p>Shapes: two inputs of one rank; along each axis they have one size, or one of them has 1.
 * Output the larger sizes.
 *
 * <p>Source: {@code keras/src/ops/numpy.py}, Keras 3.15.
 *
 * @param operator what is done
 */
public record Arithmetic(Operator operator) implements Merging, Operation {

  /** What is done with two values. */
  public enum Operator {
    /** {@code x + y} */
    ADD("Add"),
    /** {@code x - y} */
    SUBTRACT("Subtract"),
    /** {@code x * y} */
    MULTIPLY("Multiply"),
    /** {@code x / y} */
    DIVIDE("TrueDivide"),
    /** {@code x ** y} */
    POWER("Power"),
    /** The larger one. */
    MAXIMUM("Maximum"),
    /** The smaller one. */
    MINIMUM("Minimum");

    private final String className;

    Operator(String className) {
      this.className = className;
    }

    /** Keras's class of it. */
    public String className() {
      return className;
    }

    /** Whether the values may change places. */
    boolean isCommutative() {
      return this == ADD || this == MULTIPLY || this == MAXIMUM || this == MINIMUM;
    }
  }

  /**
   * An operation on two tensors.
   *
   * @param operator what is done
   */
  public static Arithmetic of(Operator operator) {
    return new Arithmetic(operator);
  }

  /**
   * Calls it on two nodes.
   *
   * @param nodes two
   */
  public <R extends Rank> Node<R> on(List<Node<R>> nodes) {
    return Node.merge(this, nodes);
  }

  @Override
  public String typeName() {
    return operator.className();
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    List<Shape> both = inputs.two();
    // Keras puts missing axes first, so that one input's batch would meet another axis.
    if (both.get(0).numDimensions() != both.get(1).numDimensions()) {
      throw inputs.mismatch(
          "inputs of one rank", inputs.text(), "Bring them to one rank with Reshape.");
    }
    return LayerGeometry.of(inputs.broadcast());
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.arithmetic(this);
  }
}
