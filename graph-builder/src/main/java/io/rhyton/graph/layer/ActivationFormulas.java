package io.rhyton.graph.layer;

import io.rhyton.model.layer.ActivationFunction;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceMax;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.nn.LeakyRelu;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The activation functions, in forms that TensorFlow's C++ gradients differentiate correctly.
 * Source: {@code keras/src/backend/tensorflow/nn.py}, Keras 3.15.
 *
 * @param tf the scope to emit ops into
 * @param x the input of the function
 */
record ActivationFormulas(Ops tf, Operand<TFloat32> x) {

  Operand<TFloat32> of(ActivationFunction function) {
    return switch (function) {
      case LINEAR -> x;
      case CELU -> celu();
      case ELU -> tf.nn.elu(x);
      case EXPONENTIAL -> tf.math.exp(x);
      case GELU -> tf.math.mul(tf.math.mul(number(0.5), x), upperTail());
      case HARD_SHRINK -> tf.select(tf.math.greater(tf.math.abs(x), number(0.5)), x, number(0));
      case HARD_SIGMOID -> hardSigmoid();
      case HARD_SILU -> tf.math.mul(x, hardSigmoid());
      case HARD_TANH -> tf.clipByValue(x, number(-1), number(1));
      case LEAKY_RELU -> tf.nn.leakyRelu(x, LeakyRelu.alpha(0.2f));
      case LOG_SIGMOID -> tf.math.neg(tf.math.softplus(tf.math.neg(x)));
      case LOG_SOFTMAX -> logSoftmax(-1);
      case MISH -> tf.math.mul(x, tf.math.tanh(tf.math.softplus(x)));
      case RELU -> tf.nn.relu(x);
      case RELU6 -> tf.nn.relu6(x);
      case SELU -> tf.nn.selu(x);
      case SIGMOID -> tf.math.sigmoid(x);
      case SILU -> tf.math.mul(x, tf.math.sigmoid(x));
      case SOFTMAX -> tf.nn.softmax(x);
      case SOFTPLUS -> tf.math.softplus(x);
      case SOFTSIGN -> tf.nn.softsign(x);
      case SOFT_SHRINK -> softShrink();
      case SPARSE_PLUS -> between(number(0), sparseSquare(), x);
      case SPARSE_SIGMOID -> between(number(0), halved(oneMore()), number(1));
      case SQUAREPLUS -> halved(tf.math.add(x, tf.math.sqrt(tf.math.add(squared(), number(4)))));
      case TANH -> tf.math.tanh(x);
      case TANH_SHRINK -> tf.math.sub(x, tf.math.tanh(x));
    };
  }

  private Operand<TFloat32> celu() {
    return tf.math.add(tf.math.maximum(x, number(0)), tf.math.expm1(tf.math.minimum(x, number(0))));
  }

  /**
   * Twice the cumulative distribution function of the standard normal distribution at {@code x}.
   */
  private Operand<TFloat32> upperTail() {
    return tf.math.erfc(tf.math.mul(tf.math.neg(x), number(Math.sqrt(0.5))));
  }

  /**
   * GELU with an explicit derivative: the op {@code Erfc} has no C++ gradient, and {@code 1 + erf}
   * rounds to 0 where {@code erfc} does not.
   */
  Operand<TFloat32> geluWithSlope() {
    Operand<TFloat32> share = tf.math.mul(number(0.5), upperTail());
    Operand<TFloat32> density =
        tf.math.mul(
            number(1 / Math.sqrt(2 * Math.PI)), tf.math.exp(tf.math.mul(number(-0.5), squared())));
    return withSlope(tf.math.mul(x, share), tf.math.add(share, tf.math.mul(x, density)));
  }

  /**
   * Returns {@code value} with {@code slope} as its gradient: the term that carries the gradient is
   * 0.
   */
  private Operand<TFloat32> withSlope(Operand<TFloat32> value, Operand<TFloat32> slope) {
    return tf.math.add(
        tf.stopGradient(value),
        tf.math.mul(tf.math.sub(x, tf.stopGradient(x)), tf.stopGradient(slope)));
  }

  private Operand<TFloat32> hardSigmoid() {
    return tf.math.div(tf.nn.relu6(tf.math.add(x, number(3))), number(6));
  }

  private Operand<TFloat32> softShrink() {
    return tf.select(
        tf.math.greater(x, number(0.5)),
        tf.math.sub(x, number(0.5)),
        tf.select(tf.math.less(x, number(-0.5)), tf.math.add(x, number(0.5)), number(0)));
  }

  /** Selects {@code below} up to -1, {@code above} from 1 on, and {@code inside} in between. */
  private Operand<TFloat32> between(
      Operand<TFloat32> below, Operand<TFloat32> inside, Operand<TFloat32> above) {
    Operand<TBool> isInside = tf.math.less(x, number(1));
    return tf.select(tf.math.lessEqual(x, number(-1)), below, tf.select(isInside, inside, above));
  }

  private Operand<TFloat32> sparseSquare() {
    return tf.math.mul(number(0.25), tf.math.square(oneMore()));
  }

  private Operand<TFloat32> oneMore() {
    return tf.math.add(x, number(1));
  }

  private Operand<TFloat32> squared() {
    return tf.math.square(x);
  }

  private Operand<TFloat32> halved(Operand<TFloat32> value) {
    return tf.math.mul(value, number(0.5));
  }

  /** Softmax over any axes; TensorFlow's op of this name only supports the last one. */
  Operand<TFloat32> softmax(int... axes) {
    return tf.math.exp(logSoftmax(axes));
  }

  /** Log-softmax without the op of this name, whose C++ gradient is wrong for rank 3 and above. */
  private Operand<TFloat32> logSoftmax(int... axes) {
    Operand<TInt32> over = tf.constant(axes);
    Operand<TFloat32> largest = tf.reduceMax(x, over, ReduceMax.keepDims(true));
    Operand<TFloat32> shifted = tf.math.sub(x, tf.stopGradient(largest));
    Operand<TFloat32> sum = tf.reduceSum(tf.math.exp(shifted), over, ReduceSum.keepDims(true));
    return tf.math.sub(shifted, tf.math.log(sum));
  }

  private Operand<TFloat32> number(double value) {
    return tf.constant((float) value);
  }
}
