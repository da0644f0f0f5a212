package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import java.util.Objects;

/**
 * An elementwise unary operation: {@code -x}, {@code abs(x)} and so on in Python.
 *
 * <p>Source: {@code keras/src/ops/numpy.py}, Keras 3.15.
 *
 * @param operator the operator
 */
public record UnaryOperation(Operator operator) implements RankPreserving, Operation {

  public UnaryOperation {
    Objects.requireNonNull(operator, "operator");
  }

  /** A unary operator. */
  public enum Operator {
    /** {@code -x} */
    NEGATIVE("Negative"),
    /** {@code abs(x)} */
    ABSOLUTE("Absolute"),
    /** {@code x * x} */
    SQUARE("Square"),
    /** The square root of {@code x}. */
    SQRT("Sqrt");

    private final String className;

    Operator(String className) {
      this.className = className;
    }

    /** Returns the name of the Keras class. */
    public String className() {
      return className;
    }
  }

  /**
   * Creates a unary operation.
   *
   * @param operator the operator
   */
  public static UnaryOperation of(Operator operator) {
    return new UnaryOperation(operator);
  }

  @Override
  public String typeName() {
    return operator.className();
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    return LayerGeometry.of(inputs.single());
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.unaryOperation(this);
  }
}
