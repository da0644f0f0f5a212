package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import java.util.Objects;

/**
 * An elementwise operation on one tensor: {@code -x}, {@code abs(x)}, {@code keras.ops.log(x)} and
 * so on in Python.
 *
 * <pre>{@code
 * Node<Image> decibels = image.then(UnaryOperation.of(LOG10)).times(10);
 * }</pre>
 *
 * <p>Outside the domain of a function, as for the logarithm of a negative number, the result is
 * NaN.
 *
 * <p>Source: {@code keras/src/ops/numpy.py} and {@code math.py}, Keras 3.15.
 *
 * @param operator the function that is computed
 */
public record UnaryOperation(Operator operator) implements RankPreserving, Operation {

  public UnaryOperation {
    Objects.requireNonNull(operator, "operator");
  }

  /** The function that is computed. */
  public enum Operator {
    /** {@code -x} */
    NEGATIVE("Negative"),
    /** {@code abs(x)} */
    ABSOLUTE("Absolute"),
    /** {@code x * x} */
    SQUARE("Square"),
    /** The square root. */
    SQRT("Sqrt"),
    /** The reciprocal of the square root. */
    RSQRT("Rsqrt"),
    /** {@code 1 / x} */
    RECIPROCAL("Reciprocal"),
    /** -1, 0 or 1, by the sign of {@code x}; the gradient is 0. */
    SIGN("Sign"),
    /** The largest integer that is not larger; the gradient is 0. */
    FLOOR("Floor"),
    /** The smallest integer that is not smaller; the gradient is 0. */
    CEIL("Ceil"),
    /** The natural logarithm. */
    LOG("Log"),
    /** The natural logarithm of {@code 1 + x}, precise near 0. */
    LOG1P("Log1p"),
    /** The logarithm to base 2. */
    LOG2("Log2"),
    /** The logarithm to base 10. */
    LOG10("Log10"),
    /** {@code 2 ** x} */
    EXP2("Exp2"),
    /** {@code exp(x) - 1}, precise near 0. */
    EXPM1("Expm1"),
    /** The error function. */
    ERF("Erf"),
    /** The sine, in radians. */
    SIN("Sin"),
    /** The cosine, in radians. */
    COS("Cos"),
    /** The tangent, in radians. */
    TAN("Tan"),
    /** The inverse sine, in radians. */
    ARCSIN("Arcsin"),
    /** The inverse cosine, in radians. */
    ARCCOS("Arccos"),
    /** The inverse tangent, in radians. */
    ARCTAN("Arctan"),
    /** The hyperbolic sine. */
    SINH("Sinh"),
    /** The hyperbolic cosine. */
    COSH("Cosh"),
    /** The inverse hyperbolic sine. */
    ARCSINH("Arcsinh"),
    /** The inverse hyperbolic cosine. */
    ARCCOSH("Arccosh"),
    /** The inverse hyperbolic tangent. */
    ARCTANH("Arctanh");

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
   * Creates an operation.
   *
   * @param operator the function that is computed
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
