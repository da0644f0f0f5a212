package io.rhyton.savedmodel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.FunctionDefLibrary;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;

/**
 * Checks the types of the tensors in functions. TensorFlow's optimizations compute with tensors of
 * a function before it checks their types, and a wrong one ends the process.
 *
 * <p>Source: {@code FunctionInstantiationHelper} in {@code tensorflow/core/framework/function.cc},
 * TensorFlow 2.18.
 */
final class FunctionTypes {
  private static final int MOST_SHOWN = 10;

  private final Map<String, OpDef> signatures = new HashMap<>();

  FunctionTypes(FunctionDefLibrary library) {
    library
        .getFunctionList()
        .forEach(
            function -> signatures.put(function.getSignature().getName(), function.getSignature()));
  }

  /** Returns what is wrong with a call of functions; null if nothing is, or if it is not a call. */
  @Nullable String callFault(NodeDef call) {
    AttrValue inputs = call.getAttrMap().get("Tin");
    AttrValue outputs = call.getAttrMap().get("Tout");
    if (inputs == null || outputs == null) {
      return null;
    }
    for (AttrValue value : call.getAttrMap().values()) {
      OpDef signature = signatures.get(value.getFunc().getName());
      if (signature != null
          && signature.getAttrCount() == 0
          && !(types(signature.getInputArgList()).equals(inputs.getList().getTypeList())
              && types(signature.getOutputArgList()).equals(outputs.getList().getTypeList()))) {
        return "a function of other types";
      }
    }
    return null;
  }

  private static List<DataType> types(List<OpDef.ArgDef> arguments) {
    return arguments.stream().map(OpDef.ArgDef::getType).toList();
  }

  /**
   * Returns what is wrong with the body of a function; null if nothing is, or if its types depend
   * on the call.
   */
  @Nullable String bodyFault(FunctionDef function) {
    OpDef signature = function.getSignature();
    if (signature.getAttrCount() > 0) {
      return null;
    }
    Map<String, List<DataType>> tensors = new HashMap<>();
    signature
        .getInputArgList()
        .forEach(argument -> tensors.put(argument.getName(), List.of(argument.getType())));
    function.getNodeDefList().forEach(node -> addOutputs(node, tensors));
    for (NodeDef node : function.getNodeDefList()) {
      OpDef op = definition(node);
      if (op != null) {
        List<DataType> expected = OpDefinitions.types(op.getInputArgList(), op, node);
        String fault = fault(node.getInputList(), expected, tensors);
        if (fault != null) {
          return "op '" + node.getOp() + "' with " + fault;
        }
      }
    }
    List<String> results =
        signature.getOutputArgList().stream()
            .map(result -> function.getRetOrDefault(result.getName(), ""))
            .toList();
    String fault = fault(results, types(signature.getOutputArgList()), tensors);
    return fault == null ? null : "a function that returns " + fault;
  }

  private @Nullable OpDef definition(NodeDef node) {
    OpDef op = OpDefinitions.find(node.getOp());
    return op == null ? signatures.get(node.getOp()) : op;
  }

  /** An output is named {@code node:output}, and each tensor of it {@code node:output:0}. */
  private void addOutputs(NodeDef node, Map<String, List<DataType>> tensors) {
    OpDef op = definition(node);
    if (op == null) {
      return;
    }
    for (OpDef.ArgDef output : op.getOutputArgList()) {
      String name = node.getName() + ":" + output.getName();
      List<DataType> types = OpDefinitions.types(List.of(output), op, node);
      tensors.put(name, types);
      for (int i = 0; i < types.size(); i++) {
        tensors.put(name + ":" + i, List.of(types.get(i)));
      }
    }
  }

  private static @Nullable String fault(
      List<String> names, List<DataType> expected, Map<String, List<DataType>> tensors) {
    List<DataType> types = new ArrayList<>();
    for (String name : names) {
      if (name.startsWith("^")) {
        continue;
      }
      List<DataType> found = tensors.get(name);
      if (found == null) {
        return "a tensor that does not exist";
      }
      types.addAll(found);
    }
    return types.equals(expected)
        ? null
        : "tensors of " + names(types) + " instead of " + names(expected);
  }

  private static List<String> names(List<DataType> types) {
    return types.stream().limit(MOST_SHOWN).map(SavedModelReader::name).toList();
  }
}
