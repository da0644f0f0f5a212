package io.rhyton.savedmodel;

import io.rhyton.graph.FunctionCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.OpDef;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedConcreteFunction;
import org.tensorflow.proto.Struct.StructuredValue;
import org.tensorflow.proto.Struct.TensorSpecProto;
import org.tensorflow.proto.TensorShapeProto;

/**
 * A function of a SavedModel, whichever program wrote it, if it has the required form.
 *
 * @param call the function call in a graph
 * @param arguments its positional arguments: each a tensor or a list of tensors
 * @param outputs its return value: one tensor, a list of them, or several by name
 */
record LoadedFunction(
    FunctionCall call, List<List<TensorSpecProto>> arguments, List<TensorSpecProto> outputs) {

  /**
   * Finds the function of this name in the root.
   *
   * @param objects the objects to search
   * @param name its name
   * @param variables the variables that it may capture, by index
   * @return the function; empty if there is none that takes and returns tensors and captures only
   *     these variables
   */
  static Optional<LoadedFunction> find(
      SavedObjects objects, String name, Map<Integer, String> variables) {
    return objects.child(name).map(objects::object).stream()
        .flatMap(function -> function.getFunction().getConcreteFunctionsList().stream())
        .flatMap(trace -> loaded(objects, trace, variables).stream())
        .findFirst();
  }

  /**
   * Returns the names of the tensors in the first argument of a function of the root; empty if
   * there is no such function.
   */
  static List<String> argumentNames(SavedObjects objects, String name) {
    return objects.child(name).map(objects::object).stream()
        .flatMap(function -> function.getFunction().getConcreteFunctionsList().stream())
        .map(trace -> positional(objects.concreteFunction(trace).getCanonicalizedInputSignature()))
        .filter(arguments -> !arguments.isEmpty())
        .findFirst()
        .map(arguments -> tensors(elements(arguments.get(0))))
        .orElse(List.of())
        .stream()
        .map(TensorSpecProto::getName)
        .toList();
  }

  private static Optional<LoadedFunction> loaded(
      SavedObjects objects, String trace, Map<Integer, String> variables) {
    SavedConcreteFunction concrete = objects.concreteFunction(trace);
    if (!variables.keySet().containsAll(concrete.getBoundInputsList())) {
      return Optional.empty();
    }
    List<String> captures = concrete.getBoundInputsList().stream().map(variables::get).toList();
    List<List<TensorSpecProto>> arguments = new ArrayList<>();
    for (StructuredValue argument : positional(concrete.getCanonicalizedInputSignature())) {
      List<TensorSpecProto> tensors = tensors(elements(argument));
      if (!tensors.isEmpty()) {
        arguments.add(tensors);
      }
    }
    Map<String, StructuredValue> outputs = outputs(concrete.getOutputSignature());
    List<TensorSpecProto> results = tensors(List.copyOf(outputs.values()));
    LoadedFunction function =
        new LoadedFunction(
            new FunctionCall(trace, captures, List.copyOf(outputs.keySet())), arguments, results);
    return function.fits(objects.definition(trace)) ? Optional.of(function) : Optional.empty();
  }

  private static List<StructuredValue> positional(StructuredValue signature) {
    List<StructuredValue> parts = signature.getTupleValue().getValuesList();
    return parts.isEmpty() ? List.of() : parts.get(0).getTupleValue().getValuesList();
  }

  /**
   * Returns the outputs by name, in the order in which Python flattens them; those in lists are
   * named by position.
   */
  private static Map<String, StructuredValue> outputs(StructuredValue signature) {
    if (signature.hasDictValue()) {
      return new TreeMap<>(signature.getDictValue().getFieldsMap());
    }
    Map<String, StructuredValue> outputs = new LinkedHashMap<>();
    for (StructuredValue element : elements(signature)) {
      outputs.put(ModelTensors.outputName(outputs.size()), element);
    }
    return outputs;
  }

  /** Returns the elements of a list or a tuple, or the value itself. */
  private static List<StructuredValue> elements(StructuredValue value) {
    if (value.hasListValue()) {
      return value.getListValue().getValuesList();
    }
    return value.hasTupleValue() ? value.getTupleValue().getValuesList() : List.of(value);
  }

  private static List<TensorSpecProto> tensors(List<StructuredValue> values) {
    List<TensorSpecProto> tensors = new ArrayList<>();
    values.stream()
        .filter(StructuredValue::hasTensorSpecValue)
        .forEach(value -> tensors.add(value.getTensorSpecValue()));
    return tensors;
  }

  /** Returns whether the body of the function takes and returns exactly these tensors. */
  private boolean fits(FunctionDef definition) {
    List<DataType> inputs = new ArrayList<>();
    arguments.forEach(argument -> argument.forEach(tensor -> inputs.add(tensor.getDtype())));
    call.captures().forEach(capture -> inputs.add(DataType.DT_RESOURCE));
    return types(definition.getSignature().getInputArgList()).equals(inputs)
        && outputs.size() == call.outputs().size()
        && types(definition.getSignature().getOutputArgList())
            .equals(outputs.stream().map(TensorSpecProto::getDtype).toList());
  }

  private static List<DataType> types(List<OpDef.ArgDef> arguments) {
    return arguments.stream().map(OpDef.ArgDef::getType).toList();
  }

  /** Returns whether its first argument is all float32. */
  boolean takesFloatsFirst() {
    return arguments.get(0).stream().allMatch(tensor -> tensor.getDtype() == DataType.DT_FLOAT);
  }

  /** Returns whether it returns only float32. */
  boolean returnsFloats() {
    return outputs.stream().allMatch(output -> output.getDtype() == DataType.DT_FLOAT);
  }

  static Shape shape(TensorShapeProto proto) {
    return proto.getUnknownRank()
        ? Shape.unknown()
        : Shape.of(proto.getDimList().stream().mapToLong(TensorShapeProto.Dim::getSize).toArray());
  }
}
