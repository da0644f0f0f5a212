package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;

/**
 * An operation on one tensor, value by value: {@code -x}, {@code abs(x)} and so on in Python.
 *
 * <p>Source: {@code keras/src/ops/numpy.py}, Keras 3.15.
 *
 * @param operator what is done
 */
public record UnaryArithmetic(Operator operator) implements Keeping, Operation {

  /** What is done with a value. */
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

    /** Keras's class of it. */
    public String className() {
      return className;
    }
  }

  /**
   * An operation on one tensor.
   *
   * @param operator what is done
   */
  public static UnaryArithmetic of(Operator operator) {
    return new UnaryArithmetic(operator);
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
    return visitor.unaryArithmetic(this);
  }
}
