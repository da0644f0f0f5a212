package io.rhyton.savedmodel;

import io.rhyton.error.MessageText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.proto.SavedObjectGraphOuterClass.FunctionSpec;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedBareConcreteFunction;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedConcreteFunction;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedFunction;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedObject;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedObjectGraph;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedUserObject;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedVariable;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph.TrackableObject;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph.TrackableObject.ObjectReference;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph.TrackableObject.SerializedTensor;
import org.tensorflow.proto.VersionDef;

/**
 * The Python objects that {@code tf.saved_model.load} creates: a root with lists of variables, and
 * with functions. Node 0 is the root; all others are referred to by index.
 */
final class ObjectGraph {
  /** The attribute from which {@code tf.saved_model.save} creates the default signature. */
  private static final String DEFAULT_SAVE_SIGNATURE = "_default_save_signature";

  private static final int ROOT = 0;

  private final Map<TrackedVariable, Integer> variableNodes = new LinkedHashMap<>();
  private final List<SavedObject.Builder> nodes = new ArrayList<>();

  ObjectGraph(TrackedVariables variables) {
    List<TrackedVariable> weights = variables.weights();
    add(userObject("_generic_user_object"));
    for (TrackedVariable variable : variables.all()) {
      variableNodes.put(variable, add(variable(variable)));
    }
    addList(TrackedVariables.WEIGHTS, weights);
    addList("trainable_variables", weights.stream().filter(TrackedVariable::trainable).toList());
    addList(
        "non_trainable_variables", weights.stream().filter(weight -> !weight.trainable()).toList());
    if (!variables.optimizer().isEmpty()) {
      addList(TrackedVariables.OPTIMIZER, variables.optimizer());
    }
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
                .setDtype(variable.type())
                .setShape(variable.shapeProto())
                .setTrainable(variable.trainable())
                .setName(variable.name()));
  }

  private void addList(String name, List<TrackedVariable> members) {
    int list = add(userObject("trackable_list_wrapper"));
    addChild(ROOT, name, list);
    for (int i = 0; i < members.size(); i++) {
      addChild(list, Integer.toString(i), node(members.get(i)));
    }
  }

  private int node(TrackedVariable variable) {
    Integer node = variableNodes.get(variable);
    if (node == null) {
      throw new IllegalStateException(
          "no variable " + MessageText.name(variable.name()) + " in the model");
    }
    return node;
  }

  /**
   * Returns the object graph of the checkpoint, with the keys of the values of the objects added so
   * far.
   */
  TrackableObjectGraph trackables() {
    TrackableObjectGraph.Builder graph = TrackableObjectGraph.newBuilder();
    for (SavedObject.Builder node : nodes) {
      graph.addNodes(TrackableObject.newBuilder().addAllChildren(node.getChildrenList()));
    }
    variableNodes.forEach(
        (variable, node) ->
            graph
                .getNodesBuilder(node)
                .addAttributes(
                    SerializedTensor.newBuilder()
                        .setName(Checkpoint.VALUE)
                        .setFullName(variable.name())
                        .setCheckpointKey(variable.checkpointKey())));
    return graph.build();
  }

  /** Adds the functions for the forward pass. */
  void addFunctions(InferenceEndpoints endpoints) {
    FunctionSpec oneArgument = Protos.functionSpec(List.of(endpoints.inputs()));
    int serve = addFunction("serve", oneArgument, endpoints.serve());
    addChild(ROOT, DEFAULT_SAVE_SIGNATURE, serve);
    addFunction("train", oneArgument, endpoints.train());
    addFunction(
        "__call__",
        Protos.functionSpec(
            List.of(endpoints.inputs().name(), "training"),
            Protos.tuple(Protos.bool(false)),
            List.of(),
            Protos.none()),
        endpoints.callInference(),
        endpoints.callTraining());
  }

  /** Adds the functions for training. */
  void addFunctions(TrainingEndpoints endpoints) {
    FunctionSpec twoArguments =
        Protos.functionSpec(List.of(endpoints.samples(), endpoints.labels()));
    addFunction(TrainingEndpoints.TRAIN_STEP, twoArguments, endpoints.trainStep());
    addFunction(TrainingEndpoints.EVALUATE, twoArguments, endpoints.evaluate());
  }

  private int addFunction(String name, FunctionSpec spec, Endpoint... traces) {
    SavedFunction.Builder function = SavedFunction.newBuilder().setFunctionSpec(spec);
    for (Endpoint trace : traces) {
      function.addConcreteFunctions(trace.name());
    }
    int node = add(SavedObject.newBuilder().setFunction(function));
    addChild(ROOT, name, node);
    return node;
  }

  /** Adds the functions for tools that do not support objects. */
  void addSignatures(List<ServingSignature> signatures) {
    int map = add(userObject("signature_map"));
    addChild(ROOT, "signatures", map);
    for (ServingSignature signature : signatures) {
      SavedBareConcreteFunction bare =
          SavedBareConcreteFunction.newBuilder()
              .setConcreteFunctionName(signature.endpoint().name())
              .addAllArgumentKeywords(signature.inputNames())
              .setAllowedPositionalArguments(signature.inputs().size() == 1 ? 1 : 0)
              .setFunctionSpec(
                  Protos.functionSpec(
                      List.of(), Protos.none(), signature.inputNames(), Protos.none()))
              .build();
      addChild(map, signature.name(), add(SavedObject.newBuilder().setBareConcreteFunction(bare)));
    }
  }

  /**
   * Returns the whole graph.
   *
   * @param endpoints every function that was added
   */
  SavedObjectGraph build(List<Endpoint> endpoints) {
    SavedObjectGraph.Builder graph = SavedObjectGraph.newBuilder();
    nodes.forEach(graph::addNodes);
    for (Endpoint endpoint : endpoints) {
      graph.putConcreteFunctions(
          endpoint.name(),
          SavedConcreteFunction.newBuilder()
              .addAllBoundInputs(endpoint.captures().stream().map(this::node).toList())
              .setCanonicalizedInputSignature(endpoint.arguments())
              .setOutputSignature(endpoint.output())
              .build());
    }
    return graph.build();
  }
}
