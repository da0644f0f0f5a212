package io.rhyton.graph.layer;

import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.ELU;
import io.rhyton.model.layer.ReLU;
import io.rhyton.model.layer.Softmax;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.LeakyRelu;
import org.tensorflow.types.TFloat32;

/** Emits activation functions and activation layers. */
final class ActivationOps {
  private ActivationOps() {}

  static LayerOutputTensor apply(
      LayerScope scope, Operand<TFloat32> x, ActivationFunction function) {
    ActivationFormulas formulas = new ActivationFormulas(scope.tf(), x);
    Operand<TFloat32> output =
        function == ActivationFunction.GELU && scope.isTraining()
            ? formulas.geluWithSlope()
            : formulas.of(function);
    return new LayerOutputTensor(output, x, function);
  }

  static Operand<TFloat32> elu(LayerScope scope, ELU layer) {
    Ops tf = scope.tf();
    Operand<TFloat32> x = scope.input();
    Operand<TFloat32> unit = tf.nn.elu(x);
    return layer.alpha() == 1
        ? unit
        : tf.select(
            tf.math.greater(x, tf.constant(0f)),
            unit,
            tf.math.mul(tf.constant((float) layer.alpha()), unit));
  }

  static Operand<TFloat32> leakyReLU(LayerScope scope, double negativeSlope) {
    return scope.tf().nn.leakyRelu(scope.input(), LeakyRelu.alpha((float) negativeSlope));
  }

  static Operand<TFloat32> preLU(LayerScope scope) {
    Ops tf = scope.tf();
    Operand<TFloat32> x = scope.input();
    Operand<TFloat32> below =
        tf.math.mul(tf.math.neg(scope.weight("alpha")), tf.nn.relu(tf.math.neg(x)));
    return tf.math.add(tf.nn.relu(x), below);
  }

  /** Without options this is the plain ReLU function, which is fused into the preceding layer. */
  static LayerOutputTensor reLU(LayerScope scope, ReLU layer) {
    return layer.equals(ReLU.of())
        ? apply(scope, scope.input(), ActivationFunction.RELU)
        : LayerOutputTensor.of(rectified(scope, layer));
  }

  /** Source: {@code ReLU.static_call} in {@code keras/src/activations/activations.py}. */
  private static Operand<TFloat32> rectified(LayerScope scope, ReLU layer) {
    if (layer.negativeSlope() != 0 && layer.maxValue() == null && layer.threshold() == 0) {
      return leakyReLU(scope, layer.negativeSlope());
    }
    Ops tf = scope.tf();
    Operand<TFloat32> above = above(scope, layer);
    if (layer.negativeSlope() == 0) {
      return above;
    }
    Operand<TFloat32> distance =
        tf.math.add(tf.math.neg(scope.input()), tf.constant((float) layer.threshold()));
    return tf.math.sub(
        above, tf.math.mul(tf.constant((float) layer.negativeSlope()), tf.nn.relu(distance)));
  }

  private static Operand<TFloat32> above(LayerScope scope, ReLU layer) {
    Ops tf = scope.tf();
    Operand<TFloat32> x = scope.input();
    Operand<TFloat32> threshold = tf.constant((float) layer.threshold());
    boolean atZero = layer.threshold() == 0;
    if (atZero && layer.maxValue() != null && layer.maxValue() == 6) {
      return tf.nn.relu6(x);
    }
    Operand<TFloat32> above =
        atZero ? tf.nn.relu(x) : tf.select(tf.math.greater(x, threshold), x, tf.constant(0f));
    return layer.maxValue() == null
        ? above
        : tf.clipByValue(above, tf.constant(0f), tf.constant(layer.maxValue().floatValue()));
  }

  /**
   * Emits the softmax op over the last axis, and its formula otherwise. As in Keras, losses use the
   * logits of a softmax over any single axis, even though the classes are on the last one.
   */
  static LayerOutputTensor softmax(LayerScope scope, Softmax layer) {
    int rank = scope.inputShape().numDimensions();
    int[] axes = layer.axis().stream().mapToInt(axis -> Math.floorMod(axis, rank)).toArray();
    if (axes.length == 1 && axes[0] == rank - 1) {
      return apply(scope, scope.input(), ActivationFunction.SOFTMAX);
    }
    Operand<TFloat32> output = new ActivationFormulas(scope.tf(), scope.input()).softmax(axes);
    return axes.length == 1
        ? new LayerOutputTensor(output, scope.input(), ActivationFunction.SOFTMAX)
        : LayerOutputTensor.of(output);
  }
}
