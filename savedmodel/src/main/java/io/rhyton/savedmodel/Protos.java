package io.rhyton.savedmodel;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.SavedObjectGraphOuterClass.FunctionSpec;
import org.tensorflow.proto.Struct.DictValue;
import org.tensorflow.proto.Struct.ListValue;
import org.tensorflow.proto.Struct.NamedTupleValue;
import org.tensorflow.proto.Struct.NoneValue;
import org.tensorflow.proto.Struct.PairValue;
import org.tensorflow.proto.Struct.StructuredValue;
import org.tensorflow.proto.Struct.TupleValue;
import org.tensorflow.proto.TensorShapeProto;

/** Python values as TensorFlow's protocol buffers. */
final class Protos {
  private Protos() {}

  static TensorShapeProto shape(Shape shape) {
    TensorShapeProto.Builder proto = TensorShapeProto.newBuilder();
    for (long size : shape.asArray()) {
      proto.addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
    }
    return proto.build();
  }

  static StructuredValue none() {
    return StructuredValue.newBuilder().setNoneValue(NoneValue.getDefaultInstance()).build();
  }

  static StructuredValue bool(boolean value) {
    return StructuredValue.newBuilder().setBoolValue(value).build();
  }

  static StructuredValue tuple(StructuredValue... values) {
    return StructuredValue.newBuilder()
        .setTupleValue(TupleValue.newBuilder().addAllValues(List.of(values)))
        .build();
  }

  static StructuredValue list(List<StructuredValue> values) {
    return StructuredValue.newBuilder()
        .setListValue(ListValue.newBuilder().addAllValues(values))
        .build();
  }

  /** Returns a dict of tensors by name. */
  static StructuredValue dict(List<TensorSpec> tensors) {
    return dict(tensors.stream().collect(Collectors.toMap(TensorSpec::name, TensorSpec::value)));
  }

  static StructuredValue dict(Map<String, StructuredValue> values) {
    return StructuredValue.newBuilder()
        .setDictValue(DictValue.newBuilder().putAllFields(values))
        .build();
  }

  /** Returns the arguments of a call, all positional. */
  static StructuredValue arguments(StructuredValue... positional) {
    return tuple(tuple(positional), dict(Map.of()));
  }

  /** Returns the arguments of a call, all named. */
  static StructuredValue arguments(List<TensorSpec> named) {
    return tuple(tuple(), dict(named));
  }

  private static StructuredValue strings(List<String> values) {
    return list(
        values.stream()
            .map(value -> StructuredValue.newBuilder().setStringValue(value).build())
            .toList());
  }

  /**
   * Returns the result of Python's {@code inspect.getfullargspec} for a function.
   *
   * @param args positional arguments
   * @param defaults a tuple of the last arguments' defaults, or none
   * @param keywordOnly keyword-only arguments
   * @param signature a tuple of the arguments' shapes and types, if they are fixed, or none
   */
  static FunctionSpec functionSpec(
      List<String> args,
      StructuredValue defaults,
      List<String> keywordOnly,
      StructuredValue signature) {
    NamedTupleValue.Builder spec =
        NamedTupleValue.newBuilder()
            .setName("FullArgSpec")
            .addValues(pair("args", strings(args)))
            .addValues(pair("varargs", none()))
            .addValues(pair("varkw", none()))
            .addValues(pair("defaults", defaults))
            .addValues(pair("kwonlyargs", strings(keywordOnly)))
            .addValues(pair("kwonlydefaults", none()))
            .addValues(pair("annotations", dict(Map.of())));
    return FunctionSpec.newBuilder()
        .setFullargspec(StructuredValue.newBuilder().setNamedTupleValue(spec))
        .setInputSignature(signature)
        .build();
  }

  /**
   * Returns the specification of a function of positional arguments with fixed shapes and types.
   */
  static FunctionSpec functionSpec(List<TensorGroup> args) {
    return functionSpec(
        args.stream().map(TensorGroup::name).toList(),
        none(),
        List.of(),
        tuple(args.stream().map(TensorGroup::value).toArray(StructuredValue[]::new)));
  }

  private static PairValue pair(String key, StructuredValue value) {
    return PairValue.newBuilder().setKey(key).setValue(value).build();
  }
}
