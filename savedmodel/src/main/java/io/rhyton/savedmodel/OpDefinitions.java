package io.rhyton.savedmodel;

import com.google.protobuf.Descriptors.FieldDescriptor;
import io.rhyton.runtime.NativeRuntime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tensorflow.TensorFlow;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
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

  /** Far more than ops have, and few enough to list them. */
  private static final int MOST_OUTPUTS = 65_536;

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

  /** Returns the definition of an op; null if TensorFlow has none of that name. */
  static @Nullable OpDef find(String name) {
    return DEFINITIONS.get(name);
  }

  /** Returns what is wrong with a node; null if nothing is, or if it calls a function. */
  static @Nullable String fault(NodeDef node) {
    OpDef op = DEFINITIONS.get(node.getOp());
    if (op == null) {
      return null;
    }
    for (OpDef.AttrDef attribute : op.getAttrList()) {
      AttrValue value = node.getAttrMap().get(attribute.getName());
      if (value == null
          ? !attribute.hasDefaultValue()
          : !fits(attribute, value) || !isOfType(value, node)) {
        return "an invalid attribute '" + attribute.getName() + "'";
      }
    }
    long inputs = node.getInputList().stream().filter(input -> !input.startsWith("^")).count();
    long expected = count(op.getInputArgList(), op, node);
    if (expected >= 0 && inputs != expected) {
      return inputs + " inputs";
    }
    long outputs = count(op.getOutputArgList(), op, node);
    return outputs <= MOST_OUTPUTS ? null : outputs + " outputs";
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

  /** Whether the value of a constant has its type. */
  private static boolean isOfType(AttrValue value, NodeDef node) {
    AttrValue type = node.getAttrMap().get("dtype");
    return !value.hasTensor()
        || type == null
        || !type.hasType()
        || value.getTensor().getDtype() == type.getType();
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

  /** Returns the number of tensors; -1 if it is an attribute of the calls of a function. */
  private static long count(List<OpDef.ArgDef> arguments, OpDef op, NodeDef node) {
    long count = 0;
    for (OpDef.ArgDef argument : arguments) {
      String list = argument.getNumberAttr() + argument.getTypeListAttr();
      if (list.isEmpty()) {
        count++;
        continue;
      }
      AttrValue value = value(op, node, list);
      if (value.getValueCase() == AttrValue.ValueCase.PLACEHOLDER) {
        return -1;
      }
      long more = value.hasList() ? value.getList().getTypeCount() : value.getI();
      // Without overflow: the sizes are those of a file.
      count += Math.min(more, Integer.MAX_VALUE);
    }
    return count;
  }

  /**
   * Returns the types of the tensors of inputs or outputs, in a function whose calls have no
   * attributes. The node has no {@linkplain #fault fault}.
   */
  static List<DataType> types(List<OpDef.ArgDef> arguments, OpDef op, NodeDef node) {
    List<DataType> types = new ArrayList<>();
    for (OpDef.ArgDef argument : arguments) {
      if (!argument.getTypeListAttr().isEmpty()) {
        types.addAll(value(op, node, argument.getTypeListAttr()).getList().getTypeList());
        continue;
      }
      DataType type =
          argument.getTypeAttr().isEmpty()
              ? argument.getType()
              : value(op, node, argument.getTypeAttr()).getType();
      long count =
          argument.getNumberAttr().isEmpty() ? 1 : value(op, node, argument.getNumberAttr()).getI();
      types.addAll(Collections.nCopies(Math.toIntExact(count), type));
    }
    return types;
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
