package io.rhyton.graph.layer;

import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.weight.WeightSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.types.TFloat32;

/**
 * Computes gradients of a loss in segments: the forward pass is cut at the output of every ReLU and
 * at every output with several consumers.
 *
 * <p>TensorFlow's C++ gradient of a ReLU reads the ReLU's input. That keeps Grappler from fusing
 * the ReLU into the preceding convolution, because it only fuses values with a single consumer; the
 * ReLU's output determines the gradient just as well. So the forward pass is cut after each ReLU by
 * a stop-gradient, and the segments are joined here.
 *
 * <p>It is also cut at outputs with several consumers, so that the backward pass from there is
 * emitted once and not once per segment: the size of the graph is linear in the number of layers,
 * not quadratic.
 */
public final class Backpropagation {
  private final List<Cut> cuts = new ArrayList<>();
  private final Set<Operand<TFloat32>> cutOff = new HashSet<>();

  /**
   * A cut in the forward pass.
   *
   * @param before the output of the segment before the cut; for a ReLU, the ReLU's input
   * @param after the output as the following layers read it, behind the stop-gradient
   */
  private record Cut(Operand<TFloat32> before, Operand<TFloat32> after, boolean isRelu) {}

  /**
   * Cuts the forward pass at an output if it is that of a ReLU or shared.
   *
   * @param isShared whether the output has more than one consumer
   */
  LayerOutputTensor cut(Ops tf, LayerOutputTensor output, boolean isShared) {
    boolean isRelu = output.activation() == ActivationFunction.RELU;
    if (cutOff.contains(output.output()) || !(isRelu || isShared)) {
      return output;
    }
    Operand<TFloat32> after = tf.stopGradient(output.output());
    cutOff.add(after);
    cuts.add(new Cut(isRelu ? output.beforeActivation() : output.output(), after, isRelu));
    return new LayerOutputTensor(after, output.beforeActivation(), output.activation());
  }

  /**
   * Returns the gradients of the loss.
   *
   * @param values the values of the weights to differentiate with respect to; the result omits
   *     weights that do not affect the loss
   */
  public List<Gradient> gradients(
      Ops tf, Operand<TFloat32> loss, Map<WeightSpec, Operand<TFloat32>> values) {
    Map<GraphOperation, Operand<TFloat32>> ends = new HashMap<>();
    values.values().forEach(value -> ends.put(operation(value), value));
    Map<Cut, List<Operand<TFloat32>>> sources = new HashMap<>();
    for (Cut cut : cuts) {
      List<Operand<TFloat32>> before = sources(cut.before, ends);
      sources.put(cut, before);
      if (!before.isEmpty()) {
        ends.put(operation(cut.after), cut.after);
      }
    }
    Derivatives derivatives = new Derivatives(tf);
    derivatives.carry(tf.constant(1f), loss, sources(loss, ends));
    List<Cut> backwards = new ArrayList<>(cuts);
    Collections.reverse(backwards);
    for (Cut cut : backwards) {
      if (derivatives.reach(cut.after)) {
        Operand<TFloat32> derivative = derivatives.by(cut.after);
        derivatives.carry(
            cut.isRelu ? reluGradient(tf, derivative, cut.after) : derivative,
            cut.before,
            sources.getOrDefault(cut, List.of()));
      }
    }
    List<Gradient> gradients = new ArrayList<>();
    values.forEach(
        (weight, value) -> {
          if (derivatives.reach(value)) {
            gradients.add(new Gradient(weight, derivatives.by(value)));
          }
        });
    return gradients;
  }

  /** The weights and cuts that a value depends on, up to the nearest preceding cuts. */
  private static List<Operand<TFloat32>> sources(
      Operand<TFloat32> value, Map<GraphOperation, Operand<TFloat32>> ends) {
    List<Operand<TFloat32>> sources = new ArrayList<>();
    Set<GraphOperation> seen = new HashSet<>(List.of(operation(value)));
    Deque<GraphOperation> next = new ArrayDeque<>(seen);
    while (!next.isEmpty()) {
      GraphOperation operation = next.remove();
      Operand<TFloat32> end = ends.get(operation);
      if (end != null) {
        sources.add(end);
      } else {
        operation
            .inputs()
            .forEach(
                input -> {
                  GraphOperation source = operation(input);
                  if (seen.add(source)) {
                    next.add(source);
                  }
                });
      }
    }
    return sources;
  }

  private static GraphOperation operation(Operand<?> value) {
    return (GraphOperation) value.op();
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

  /**
   * The derivatives of the loss with respect to cuts and weights, each a sum over the consumers.
   */
  private static final class Derivatives {
    private final Ops tf;
    private final Map<GraphOperation, List<Operand<TFloat32>>> summands = new HashMap<>();

    Derivatives(Ops tf) {
      this.tf = tf;
    }

    boolean reach(Operand<TFloat32> value) {
      return summands.containsKey(operation(value));
    }

    Operand<TFloat32> by(Operand<TFloat32> value) {
      List<Operand<TFloat32>> sum = summands.getOrDefault(operation(value), List.of());
      return sum.size() == 1 ? sum.get(0) : tf.math.addN(sum);
    }

    /** Propagates the derivative with respect to a value back to the sources of that value. */
    void carry(
        Operand<TFloat32> derivative, Operand<TFloat32> value, List<Operand<TFloat32>> sources) {
      if (sources.isEmpty()) {
        return;
      }
      Gradients partial = tf.gradients(List.of(value), sources, Gradients.dx(List.of(derivative)));
      for (int i = 0; i < sources.size(); i++) {
        summands
            .computeIfAbsent(operation(sources.get(i)), source -> new ArrayList<>())
            .add(partial.dy(i));
      }
    }
  }
}
