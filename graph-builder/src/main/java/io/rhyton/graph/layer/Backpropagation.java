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
 * Gradients of a loss, by way of every ReLU's output and of every output that is read more than
 * once.
 *
 * <p>TensorFlow's C++ gradient of a ReLU reads what went into it. That keeps Grappler from fusing
 * the ReLU into the convolution before it, which it does only to values that nobody else reads; the
 * output says as well where the gradient goes. So the forward pass is cut behind each ReLU, where
 * no gradient of TensorFlow's passes, and the parts are joined here.
 *
 * <p>It is cut behind what is read more than once too, so that the way back from there is emitted
 * once, and not again for each part that leads to it: the graph grows with the layers, and not with
 * their square.
 */
public final class Backpropagation {
  private final List<Cut> cuts = new ArrayList<>();
  private final Set<Operand<TFloat32>> cutOff = new HashSet<>();

  /**
   * Where the forward pass is cut.
   *
   * @param before what a part of it makes, if it is a ReLU's then what goes into that
   * @param after the output as the layers after it read it
   */
  private record Cut(Operand<TFloat32> before, Operand<TFloat32> after, boolean isRelu) {}

  /**
   * Cuts the forward pass behind an output where that serves.
   *
   * @param isShared whether it is read more than once
   */
  Emission cut(Ops tf, Emission emission, boolean isShared) {
    boolean isRelu = emission.activation() == ActivationFunction.RELU;
    if (cutOff.contains(emission.output()) || !(isRelu || isShared)) {
      return emission;
    }
    Operand<TFloat32> after = tf.stopGradient(emission.output());
    cutOff.add(after);
    cuts.add(new Cut(isRelu ? emission.beforeActivation() : emission.output(), after, isRelu));
    return new Emission(after, emission.beforeActivation(), emission.activation());
  }

  /**
   * The gradients of the loss.
   *
   * @param values the weights to differentiate by; what does not lead to the loss is left out
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

  /** The weights and cuts that a value is made of, as far back as the cuts before it. */
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

  /** The derivatives of the loss by cuts and weights: a sum each, of one for every reader. */
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

    /** Carries the derivative by a value on to what the value is made of. */
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
