package io.rhyton.savedmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tensorflow.ConcreteFunction;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.SavedObjectGraphOuterClass.FunctionSpec;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedBareConcreteFunction;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedConcreteFunction;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedFunction;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedObject;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedObjectGraph;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedUserObject;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedVariable;
import org.tensorflow.proto.Struct.StructuredValue;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph.TrackableObject;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph.TrackableObject.ObjectReference;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph.TrackableObject.SerializedTensor;
import org.tensorflow.proto.VersionDef;

/**
 * The Python objects that {@code tf.saved_model.load} makes: a root with lists of variables and
 * with functions. Node 0 is the root; every other is named by its number.
 */
final class ObjectGraph {
  static final String VARIABLES = "variables";
  static final String DEFAULT_SIGNATURE = "serving_default";

  /** The attribute that {@code tf.saved_model.save} makes the default signature of. */
  private static final String DEFAULT_SAVE_SIGNATURE = "_default_save_signature";

  private static final int ROOT = 0;

  private final Shape inputShape;
  private final Shape outputShape;
  private final String inputName;
  private final List<TrackedVariable> variables;
  private final List<Integer> variableNodes = new ArrayList<>();
  private final List<SavedObject.Builder> nodes = new ArrayList<>();
  private final SavedObjectGraph.Builder functions = SavedObjectGraph.newBuilder();

  ObjectGraph(
      Shape inputShape, Shape outputShape, String inputName, List<TrackedVariable> variables) {
    this.inputShape = inputShape;
    this.outputShape = outputShape;
    this.inputName = inputName;
    this.variables = variables;
    add(userObject("_generic_user_object"));
    for (TrackedVariable variable : variables) {
      variableNodes.add(add(variable(variable)));
    }
    addList(VARIABLES, variable -> true);
    addList("trainable_variables", variable -> variable.weight().trainable());
    addList("non_trainable_variables", variable -> !variable.weight().trainable());
  }

  private int add(SavedObject.Builder node) {
    nodes.add(node);
    return nodes.size() - 1;
  }

  private void addChild(int parent, String name, int child) {
    nodes.get(parent).addChildren(ObjectReference.newBuilder().setLocalName(name).setNodeId(child));
  }

  private static SavedObject.Builder userObject(String type) {
    return SavedObject.newBuilder()
        .setUserObject(
            SavedUserObject.newBuilder()
                .setIdentifier(type)
                .setVersion(VersionDef.newBuilder().setProducer(1).setMinConsumer(1)));
  }

  private static SavedObject.Builder variable(TrackedVariable variable) {
    return SavedObject.newBuilder()
        .setVariable(
            SavedVariable.newBuilder()
                .setDtype(DataType.DT_FLOAT)
                .setShape(variable.shapeProto())
                .setTrainable(variable.weight().trainable())
                .setName(variable.weight().name()));
  }

  private void addList(String name, Predicate<TrackedVariable> members) {
    int list = add(userObject("trackable_list_wrapper"));
    addChild(ROOT, name, list);
    int position = 0;
    for (TrackedVariable variable : variables) {
      if (members.test(variable)) {
        addChild(list, Integer.toString(position), variableNodes.get(variable.index()));
        position++;
      }
    }
  }

  /** Which values a checkpoint holds for the objects made so far, and under which key. */
  TrackableObjectGraph trackables() {
    TrackableObjectGraph.Builder graph = TrackableObjectGraph.newBuilder();
    for (SavedObject.Builder node : nodes) {
      graph.addNodes(TrackableObject.newBuilder().addAllChildren(node.getChildrenList()));
    }
    for (TrackedVariable variable : variables) {
      graph
          .getNodesBuilder(variableNodes.get(variable.index()))
          .addAttributes(
              SerializedTensor.newBuilder()
                  .setName("VARIABLE_VALUE")
                  .setFullName(variable.weight().name())
                  .setCheckpointKey(variable.checkpointKey()));
    }
    return graph.build();
  }

  /** Adds the functions and returns the whole graph. */
  SavedObjectGraph withFunctions(EndpointFunctions endpoints) {
    StructuredValue inputs = Protos.tensor("inputs", inputShape);
    FunctionSpec oneArgument =
        Protos.functionSpec(List.of("inputs"), Protos.none(), List.of(), Protos.tuple(inputs));
    int serve = addFunction("serve", oneArgument, endpoints.serve());
    addChild(ROOT, DEFAULT_SAVE_SIGNATURE, serve);
    addFunction("train", oneArgument, endpoints.train());
    addFunction(
        "__call__",
        Protos.functionSpec(
            List.of("inputs", "training"),
            Protos.tuple(Protos.bool(false)),
            List.of(),
            Protos.none()),
        endpoints.callInference(),
        endpoints.callTraining());
    addSignature(endpoints.signature());

    StructuredValue output = Protos.tensor(EndpointFunctions.OUTPUT, outputShape);
    describe(endpoints.serve(), arguments(inputs), output);
    describe(endpoints.train(), arguments(inputs), output);
    describe(endpoints.callInference(), arguments(inputs, Protos.bool(false)), output);
    describe(endpoints.callTraining(), arguments(inputs, Protos.bool(true)), output);
    describe(
        endpoints.signature(),
        Protos.tuple(
            Protos.tuple(), Protos.dict(Map.of(inputName, Protos.tensor(inputName, inputShape)))),
        Protos.dict(Map.of(EndpointFunctions.OUTPUT, output)));

    nodes.forEach(functions::addNodes);
    return functions.build();
  }

  private int addFunction(String name, FunctionSpec spec, ConcreteFunction... traces) {
    SavedFunction.Builder function = SavedFunction.newBuilder().setFunctionSpec(spec);
    for (ConcreteFunction trace : traces) {
      function.addConcreteFunctions(trace.getDefinedName());
    }
    int node = add(SavedObject.newBuilder().setFunction(function));
    addChild(ROOT, name, node);
    return node;
  }

  private void addSignature(ConcreteFunction function) {
    int signatures = add(userObject("signature_map"));
    addChild(ROOT, "signatures", signatures);
    SavedBareConcreteFunction bare =
        SavedBareConcreteFunction.newBuilder()
            .setConcreteFunctionName(function.getDefinedName())
            .addArgumentKeywords(inputName)
            .setAllowedPositionalArguments(1)
            .setFunctionSpec(
                Protos.functionSpec(List.of(), Protos.none(), List.of(inputName), Protos.none()))
            .build();
    addChild(
        signatures, DEFAULT_SIGNATURE, add(SavedObject.newBuilder().setBareConcreteFunction(bare)));
  }

  private static StructuredValue arguments(StructuredValue... positional) {
    return Protos.tuple(Protos.tuple(positional), Protos.dict(Map.of()));
  }

  private void describe(
      ConcreteFunction function, StructuredValue arguments, StructuredValue output) {
    functions.putConcreteFunctions(
        function.getDefinedName(),
        SavedConcreteFunction.newBuilder()
            .addAllBoundInputs(variableNodes)
            .setCanonicalizedInputSignature(arguments)
            .setOutputSignature(output)
            .build());
  }
}
