package io.rhyton.savedmodel;

import java.util.List;
import org.tensorflow.proto.Struct.StructuredValue;

/**
 * What Python gives or gets as one value: a tensor, or a list of several.
 *
 * @param name what the value is called
 * @param tensors the tensors in order, of different names
 */
record TensorGroup(String name, List<TensorSpec> tensors) {

  TensorGroup {
    tensors = List.copyOf(tensors);
  }

  /** The nodes of the main graph that a signature takes them by, in the order of their names. */
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
