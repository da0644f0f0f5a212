package io.rhyton.graph.layer;

import io.rhyton.model.layer.Arithmetic;
import io.rhyton.model.layer.NumberArithmetic;
import io.rhyton.model.layer.UnaryOperation;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Emits element-wise arithmetic. */
final class ArithmeticOps {
  private ArithmeticOps() {}

  static Operand<TFloat32> compute(LayerScope scope, Arithmetic layer) {
    return compute(scope.tf(), layer.operator(), scope.inputs().get(0), scope.inputs().get(1));
  }

  static Operand<TFloat32> compute(LayerScope scope, NumberArithmetic layer) {
    Ops tf = scope.tf();
    Operand<TFloat32> number = tf.constant((float) layer.number());
    return layer.numberFirst()
        ? compute(tf, layer.operator(), number, scope.input())
        : compute(tf, layer.operator(), scope.input(), number);
  }

  private static Operand<TFloat32> compute(
      Ops tf, Arithmetic.Operator operator, Operand<TFloat32> x, Operand<TFloat32> y) {
    return switch (operator) {
      case ADD -> tf.math.add(x, y);
      case SUBTRACT -> tf.math.sub(x, y);
      case MULTIPLY -> tf.math.mul(x, y);
      case DIVIDE -> tf.math.div(x, y);
      case POWER -> tf.math.pow(x, y);
      case MAXIMUM -> tf.math.maximum(x, y);
      case MINIMUM -> tf.math.minimum(x, y);
    };
  }

  static Operand<TFloat32> compute(LayerScope scope, UnaryOperation layer) {
    Ops tf = scope.tf();
    Operand<TFloat32> x = scope.input();
    return switch (layer.operator()) {
      case NEGATIVE -> tf.math.neg(x);
      case ABSOLUTE -> tf.math.abs(x);
      case SQUARE -> tf.math.square(x);
      case SQRT -> tf.math.sqrt(x);
      case RSQRT -> tf.math.rsqrt(x);
      case RECIPROCAL -> tf.math.reciprocal(x);
      case SIGN -> tf.math.sign(x);
      // TensorFlow has no C++ gradient of the op Ceil.
      case FLOOR -> tf.stopGradient(tf.math.floor(x));
      case CEIL -> tf.stopGradient(tf.math.ceil(x));
      case LOG -> tf.math.log(x);
      case LOG1P -> tf.math.log1p(x);
      case LOG2 -> tf.math.div(tf.math.log(x), tf.constant((float) Math.log(2)));
      case LOG10 -> tf.math.div(tf.math.log(x), tf.constant((float) Math.log(10)));
      case EXP2 -> tf.math.pow(tf.constant(2f), x);
      case EXPM1 -> tf.math.expm1(x);
      case ERF -> tf.math.erf(x);
      case SIN -> tf.math.sin(x);
      case COS -> tf.math.cos(x);
      case TAN -> tf.math.tan(x);
      case ARCSIN -> tf.math.asin(x);
      case ARCCOS -> tf.math.acos(x);
      case ARCTAN -> tf.math.atan(x);
      case SINH -> tf.math.sinh(x);
      case COSH -> tf.math.cosh(x);
      case ARCSINH -> tf.math.asinh(x);
      case ARCCOSH -> tf.math.acosh(x);
      case ARCTANH -> tf.math.atanh(x);
    };
  }
}
