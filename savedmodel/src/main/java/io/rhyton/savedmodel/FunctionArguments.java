package io.rhyton.savedmodel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Signature;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * The tensor arguments of a function. Positional arguments are passed in the order of the list,
 * named ones in the order of their names, as Python flattens them.
 */
final class FunctionArguments {
  private final Ops tf;
  private final List<TensorSpec> specs = new ArrayList<>();
  private final Map<String, Operand<?>> operands = new HashMap<>();

  FunctionArguments(Ops tf) {
    this.tf = tf;
  }

  /** Adds samples with a placeholder each. */
  List<Placeholder<TFloat32>> addSamples(List<TensorSpec> samples) {
    List<Placeholder<TFloat32>> placeholders = new ArrayList<>();
    for (TensorSpec sample : samples) {
      Placeholder<TFloat32> placeholder =
          tf.withName(sample.name()).placeholder(TFloat32.class, Placeholder.shape(sample.shape()));
      placeholders.add(placeholder);
      add(sample, placeholder);
    }
    return placeholders;
  }

  /** Adds an argument that is fed through an operand. */
  void add(TensorSpec spec, Operand<?> operand) {
    specs.add(spec);
    operands.put(spec.name(), operand);
  }

  /** Adds them as the first arguments of a function. */
  void addTo(Signature.Builder signature, boolean byName) {
    for (TensorSpec spec : byName ? TensorSpec.sorted(specs) : specs) {
      signature.input(spec.name(), operands.get(spec.name()));
    }
  }
}
