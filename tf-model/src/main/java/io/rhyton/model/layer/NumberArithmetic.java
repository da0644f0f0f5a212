package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;

/**
 * An operation on a tensor and a number, value by value: {@code x * 2}, {@code 1 - x} and so on in
 * Python.
 *
 * <p>Source: {@code keras/src/ops/numpy.py}, Keras 3.15.
 *
 * @param operator what is done
 * @param number the number
 * @param numberFirst whether the number stands before the tensor; false where that is the same
 */
public record NumberArithmetic(Arithmetic.Operator operator, double number, boolean numberFirst)
    implements Keeping, Operation {

  /** Checks that the number is finite. */
  public NumberArithmetic {
    Arguments.requireFinite("number", number);
    numberFirst &= !operator.isCommutative();
  }

  /**
   * An operation on a tensor and a number.
   *
   * @param operator what is done
   * @param number the number, which stands behind the tensor
   */
  public static NumberArithmetic of(Arithmetic.Operator operator, double number) {
    return new NumberArithmetic(operator, number, false);
  }

  /** Sets whether the number stands before the tensor; false unless set. */
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
