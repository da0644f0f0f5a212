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
    return switch (layer.operator()) {
      case NEGATIVE -> tf.math.neg(scope.input());
      case ABSOLUTE -> tf.math.abs(scope.input());
      case SQUARE -> tf.math.square(scope.input());
      case SQRT -> tf.math.sqrt(scope.input());
    };
  }
}
