package io.rhyton.savedmodel;

import com.google.protobuf.Descriptors.FieldDescriptor;
import io.rhyton.runtime.NativeRuntime;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tensorflow.TensorFlow;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;

/**
 * The definitions of TensorFlow's ops, to which nodes must conform. TensorFlow itself checks those
 * in functions only after its optimizations have relied on them, and may then end the process.
 *
 * <p>Source: {@code ValidateNodeDef} in {@code tensorflow/core/framework/node_def_util.cc},
 * TensorFlow 2.18.
 */
final class OpDefinitions {
  private static final Map<String, OpDef> DEFINITIONS = definitions();
  private static final String LIST = "list(";

  /**
   * The fields with the values of each type of attribute, in {@code AttrValue} and in its lists.
   */
  private static final Map<String, String> FIELDS =
      Map.of(
          "string", "s",
          "int", "i",
          "float", "f",
          "bool", "b",
          "type", "type",
          "shape", "shape",
          "tensor", "tensor",
          "func", "func");

  private OpDefinitions() {}

  private static Map<String, OpDef> definitions() {
    NativeRuntime.load();
    return TensorFlow.registeredOpList().getOpList().stream()
        .collect(Collectors.toUnmodifiableMap(OpDef::getName, Function.identity()));
  }

  /** Returns what is wrong with a node; null if nothing is, or if it calls a function. */
  static @Nullable String fault(NodeDef node) {
    OpDef op = DEFINITIONS.get(node.getOp());
    if (op == null) {
      return null;
    }
    for (OpDef.AttrDef attribute : op.getAttrList()) {
      AttrValue value = node.getAttrMap().get(attribute.getName());
      if (value == null ? !attribute.hasDefaultValue() : !fits(attribute, value)) {
        return "an invalid attribute '" + attribute.getName() + "'";
      }
    }
    long inputs = node.getInputList().stream().filter(input -> !input.startsWith("^")).count();
    long expected = inputCount(op, node);
    return expected < 0 || inputs == expected ? null : inputs + " inputs";
  }

  private static boolean fits(OpDef.AttrDef attribute, AttrValue value) {
    String type = attribute.getType();
    // The body of a function may use attributes of its calls.
    if (value.getValueCase() == AttrValue.ValueCase.PLACEHOLDER) {
      return true;
    }
    if (type.startsWith(LIST)) {
      return value.hasList() && fits(attribute, value.getList());
    }
    return value.getValueCase().name().equalsIgnoreCase(FIELDS.get(type))
        && (!attribute.getHasMinimum() || value.getI() >= attribute.getMinimum())
        && (!value.hasType() || isAllowed(attribute, value))
        && (value.getValueCase() != AttrValue.ValueCase.S || isAllowed(attribute, value));
  }

  private static boolean fits(OpDef.AttrDef attribute, AttrValue.ListValue list) {
    String type = attribute.getType();
    String expected = FIELDS.get(type.substring(LIST.length(), type.length() - 1));
    int size = 0;
    for (FieldDescriptor field : list.getAllFields().keySet()) {
      if (!field.getName().equals(expected)) {
        return false;
      }
      size = list.getRepeatedFieldCount(field);
    }
    return !attribute.getHasMinimum() || size >= attribute.getMinimum();
  }

  private static boolean isAllowed(OpDef.AttrDef attribute, AttrValue value) {
    AttrValue.ListValue allowed = attribute.getAllowedValues().getList();
    return !attribute.hasAllowedValues()
        || allowed.getSList().contains(value.getS())
        || allowed.getTypeList().contains(value.getType());
  }

  /** Returns the number of inputs; -1 if it is an attribute of the calls of a function. */
  private static long inputCount(OpDef op, NodeDef node) {
    long count = 0;
    for (OpDef.ArgDef input : op.getInputArgList()) {
      String number = input.getNumberAttr() + input.getTypeListAttr();
      if (number.isEmpty()) {
        count++;
        continue;
      }
      AttrValue value = value(op, node, number);
      if (value.getValueCase() == AttrValue.ValueCase.PLACEHOLDER) {
        return -1;
      }
      count += value.hasList() ? value.getList().getTypeCount() : value.getI();
    }
    return count;
  }

  private static AttrValue value(OpDef op, NodeDef node, String name) {
    AttrValue value = node.getAttrMap().get(name);
    return value != null
        ? value
        : op.getAttrList().stream()
            .filter(attribute -> attribute.getName().equals(name))
            .findFirst()
            .map(OpDef.AttrDef::getDefaultValue)
            .orElse(AttrValue.getDefaultInstance());
  }
}
