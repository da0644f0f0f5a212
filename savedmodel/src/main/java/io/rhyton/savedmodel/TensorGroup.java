package io.rhyton.savedmodel;

import io.rhyton.error.Arguments;
import java.util.List;
import org.tensorflow.proto.Struct.StructuredValue;

/**
 * One Python argument or return value: a tensor, or a list of several.
 *
 * @param name its name
 * @param tensors the tensors in order, with distinct names
 */
record TensorGroup(String name, List<TensorSpec> tensors) {

  TensorGroup {
    tensors = Arguments.copyOf("tensors", tensors);
  }

  /** Returns the placeholders of a signature in the main graph, in the order of their names. */
  List<String> placeholders(String signature) {
    return TensorSpec.sorted(tensors).stream()
        .map(tensor -> signature + "_" + tensor.name())
        .toList();
  }

  StructuredValue value() {
    return tensors.size() == 1
        ? tensors.get(0).value()
        : Protos.list(tensors.stream().map(TensorSpec::value).toList());
  }
}
