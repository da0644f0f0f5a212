package io.rhyton.savedmodel;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SignatureDef;

/** The order of a signature's inputs and outputs, which the signature itself does not define. */
final class SignatureOrder {
  private static final String SERVE = "serve";

  private SignatureOrder() {}

  /**
   * Returns the names of the inputs: in the order of the function {@code serve}, or else sorted.
   */
  static List<String> inputs(MetaGraphDef metaGraph, SignatureDef signature) {
    List<String> listed = LoadedFunction.argumentNames(SavedObjects.of(metaGraph), SERVE);
    boolean same =
        listed.size() == signature.getInputsCount()
            && new HashSet<>(listed).equals(signature.getInputsMap().keySet());
    return same ? listed : sorted(signature.getInputsMap().keySet().stream().toList());
  }

  /** Returns the names of the outputs, sorted. */
  static List<String> outputs(SignatureDef signature) {
    return sorted(signature.getOutputsMap().keySet().stream().toList());
  }

  /** Sorts names naturally: {@code output_2} comes before {@code output_10}. */
  private static List<String> sorted(List<String> names) {
    return names.stream()
        .sorted(
            Comparator.comparing((String name) -> name.replaceFirst("[0-9]+$", ""))
                .thenComparing(String::length)
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }
}
