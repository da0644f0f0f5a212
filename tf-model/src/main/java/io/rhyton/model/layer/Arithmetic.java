package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.Node;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Rank;
import java.util.List;
import java.util.Objects;

/**
 * An elementwise binary operation: {@code x + y}, {@code x * y} and so on in Python.
 *
 * <p>Shapes: two inputs of the same rank, whose sizes are equal or 1 along each axis; output the
 * larger sizes.
 *
 * <p>Source: {@code keras/src/ops/numpy.py}, Keras 3.15.
 *
 * @param operator the operator
 */
public record Arithmetic(Operator operator) implements MultiInput, Operation {

  public Arithmetic {
    Objects.requireNonNull(operator, "operator");
  }

  /** A binary operator. */
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
    /** The maximum. */
    MAXIMUM("Maximum"),
    /** The minimum. */
    MINIMUM("Minimum");

    private final String className;

    Operator(String className) {
      this.className = className;
    }

    /** Returns the name of the Keras class. */
    public String className() {
      return className;
    }

    /** Returns whether the operator is commutative. */
    boolean isCommutative() {
      return this == ADD || this == MULTIPLY || this == MAXIMUM || this == MINIMUM;
    }
  }

  /**
   * Creates a binary operation.
   *
   * @param operator the operator
   */
  public static Arithmetic of(Operator operator) {
    return new Arithmetic(operator);
  }

  /**
   * Calls the operation on two nodes.
   *
   * @param nodes the two operands
   */
  public <R extends Rank> Node<R> on(List<Node<R>> nodes) {
    Arguments.requireNoNulls("nodes", nodes);
    return Node.merge(this, nodes);
  }

  @Override
  public String typeName() {
    return operator.className();
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    return LayerGeometry.of(inputs.operands());
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.arithmetic(this);
  }
}
