package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import java.util.Objects;

/**
 * An elementwise operation on a tensor and a number: {@code x * 2}, {@code 1 - x} and so on in
 * Python.
 *
 * <p>Source: {@code keras/src/ops/numpy.py}, Keras 3.15.
 *
 * @param operator the operator
 * @param number the number
 * @param numberFirst whether the number is the first operand; false for commutative operators
 */
public record NumberArithmetic(Arithmetic.Operator operator, double number, boolean numberFirst)
    implements RankPreserving, Operation {

  public NumberArithmetic {
    Objects.requireNonNull(operator, "operator");
    Arguments.requireFinite("number", number);
    numberFirst &= !operator.isCommutative();
  }

  /**
   * Creates an operation on a tensor and a number.
   *
   * @param operator the operator
   * @param number the number, as the second operand
   */
  public static NumberArithmetic of(Arithmetic.Operator operator, double number) {
    return new NumberArithmetic(operator, number, false);
  }

  /** Sets whether the number is the first operand; defaults to false. */
  public NumberArithmetic numberFirst(boolean numberFirst) {
    return new NumberArithmetic(operator, number, numberFirst);
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
    return visitor.numberArithmetic(this);
  }
}
