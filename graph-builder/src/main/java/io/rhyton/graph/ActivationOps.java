package io.rhyton.graph;

import io.rhyton.model.layer.ActivationFunction;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Ops of the activation functions. */
final class ActivationOps {
  private ActivationOps() {}

  static Emission apply(Ops tf, Operand<TFloat32> x, ActivationFunction function) {
    return new Emission(emit(tf, x, function), x, function);
  }

  private static Operand<TFloat32> emit(Ops tf, Operand<TFloat32> x, ActivationFunction function) {
    return switch (function) {
      case LINEAR -> x;
      case ELU -> tf.nn.elu(x);
      case RELU -> tf.nn.relu(x);
      case SELU -> tf.nn.selu(x);
      case SIGMOID -> tf.math.sigmoid(x);
      case SOFTMAX -> tf.nn.softmax(x);
      case SOFTPLUS -> tf.math.softplus(x);
      case TANH -> tf.math.tanh(x);
    };
  }
}
