package io.rhyton.graph;

import io.rhyton.model.weight.WeightSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.types.TFloat32;

/**
 * Gradients of a loss, by way of every ReLU's output.
 *
 * <p>TensorFlow's C++ gradient of a ReLU reads what went into it. That keeps Grappler from fusing
 * the ReLU into the convolution before it, which it does only to values that nobody else reads; the
 * output says as well where the gradient goes. So the forward pass is cut behind each ReLU, where
 * no gradient of TensorFlow's passes, and the parts are joined here.
 */
final class Backpropagation {
  private final List<Cut> cuts = new ArrayList<>();

  /** A ReLU's input, and its output as the layers after it read it. */
  private record Cut(Operand<TFloat32> before, Operand<TFloat32> after) {}

  /** Cuts the forward pass behind a ReLU. */
  Emission cut(Ops tf, Emission relu) {
    Operand<TFloat32> after = tf.stopGradient(relu.output());
    cuts.add(new Cut(relu.beforeActivation(), after));
    return new Emission(after, relu.beforeActivation(), relu.activation());
  }

  /**
   * The gradients of the loss.
   *
   * @param values the weights to differentiate by; what does not lead to the loss is left out
   */
  List<Gradient> gradients(
      Ops tf, Operand<TFloat32> loss, Map<WeightSpec, Operand<TFloat32>> values) {
    Set<GraphOperation> sources = ((Graph) tf.scope().env()).subgraphTo(Set.of(loss));
    List<Operand<TFloat32>> ends = new ArrayList<>(List.of(loss));
    List<Operand<TFloat32>> derivatives = new ArrayList<>(List.of(tf.constant(1f)));
    List<Cut> backwards = new ArrayList<>(cuts);
    Collections.reverse(backwards);
    for (Cut cut : backwards) {
      if (isAmong(sources, cut.after)) {
        Operand<TFloat32> derivative =
            tf.gradients(ends, List.of(cut.after), Gradients.dx(derivatives)).dy(0);
        ends.add(cut.before);
        derivatives.add(reluGradient(tf, derivative, cut.after));
      }
    }
    Map<WeightSpec, Operand<TFloat32>> reached = new LinkedHashMap<>(values);
    reached.values().removeIf(value -> !isAmong(sources, value));
    List<Gradient> gradients = new ArrayList<>();
    if (!reached.isEmpty()) {
      Gradients all = tf.gradients(ends, reached.values(), Gradients.dx(derivatives));
      reached
          .keySet()
          .forEach(weight -> gradients.add(new Gradient(weight, all.dy(gradients.size()))));
    }
    return gradients;
  }

  private static boolean isAmong(Set<GraphOperation> operations, Operand<?> value) {
    return operations.contains((GraphOperation) value.op());
  }

  /** TensorFlow Java has no method for this op. */
  private static Operand<TFloat32> reluGradient(
      Ops tf, Operand<TFloat32> gradient, Operand<TFloat32> output) {
    return tf.scope()
        .opBuilder("ReluGrad", "ReluGrad")
        .addInput(gradient.asOutput())
        .addInput(output.asOutput())
        .build()
        .output(0);
  }
}
