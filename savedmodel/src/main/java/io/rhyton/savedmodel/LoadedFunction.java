package io.rhyton.savedmodel;

import io.rhyton.graph.FunctionCall;
import java.util.ArrayList;
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
 * A function of a SavedModel that somebody wrote, as far as it is of the form that is needed.
 *
 * @param call how a graph calls it
 * @param arguments what it takes, positional
 * @param outputs what it returns: one tensor, or several by name
 */
record LoadedFunction(
    FunctionCall call, List<TensorSpecProto> arguments, List<TensorSpecProto> outputs) {

  /** The name of a single output. */
  static final String SINGLE = "";

  /**
   * The root's function of that name.
   *
   * @param objects where to look
   * @param name its name
   * @param variables the variables that it may capture, by their number
   * @return nothing if there is none, or none that takes and returns tensors and captures these
   *     variables alone
   */
  static Optional<LoadedFunction> find(
      SavedObjects objects, String name, Map<Integer, String> variables) {
    return objects.child(name).map(objects::object).stream()
        .flatMap(function -> function.getFunction().getConcreteFunctionsList().stream())
        .flatMap(trace -> loaded(objects, trace, variables).stream())
        .findFirst();
  }

  private static Optional<LoadedFunction> loaded(
      SavedObjects objects, String trace, Map<Integer, String> variables) {
    SavedConcreteFunction concrete = objects.concreteFunction(trace);
    if (!variables.keySet().containsAll(concrete.getBoundInputsList())) {
      return Optional.empty();
    }
    List<String> captures = concrete.getBoundInputsList().stream().map(variables::get).toList();
    List<TensorSpecProto> arguments =
        tensors(positional(concrete.getCanonicalizedInputSignature()));
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

  /** By name, in the order in which Python flattens them. */
  private static Map<String, StructuredValue> outputs(StructuredValue signature) {
    return signature.hasDictValue()
        ? new TreeMap<>(signature.getDictValue().getFieldsMap())
        : Map.of(SINGLE, signature);
  }

  private static List<TensorSpecProto> tensors(List<StructuredValue> values) {
    List<TensorSpecProto> tensors = new ArrayList<>();
    values.stream()
        .filter(StructuredValue::hasTensorSpecValue)
        .forEach(value -> tensors.add(value.getTensorSpecValue()));
    return tensors;
  }

  /** Whether the function's body takes and returns just these tensors. */
  private boolean fits(FunctionDef definition) {
    List<DataType> inputs = new ArrayList<>();
    arguments.forEach(argument -> inputs.add(argument.getDtype()));
    call.captures().forEach(capture -> inputs.add(DataType.DT_RESOURCE));
    return types(definition.getSignature().getInputArgList()).equals(inputs)
        && outputs.size() == call.outputs().size()
        && types(definition.getSignature().getOutputArgList())
            .equals(outputs.stream().map(TensorSpecProto::getDtype).toList());
  }

  private static List<DataType> types(List<OpDef.ArgDef> arguments) {
    return arguments.stream().map(OpDef.ArgDef::getType).toList();
  }

  /** Whether it returns float32 alone. */
  boolean returnsFloats() {
    return outputs.stream().allMatch(output -> output.getDtype() == DataType.DT_FLOAT);
  }

  static Shape shape(TensorShapeProto proto) {
    return proto.getUnknownRank()
        ? Shape.unknown()
        : Shape.of(proto.getDimList().stream().mapToLong(TensorShapeProto.Dim::getSize).toArray());
  }
}
