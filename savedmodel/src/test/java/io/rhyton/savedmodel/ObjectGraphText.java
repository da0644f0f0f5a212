package io.rhyton.savedmodel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.proto.SavedObjectGraphOuterClass.FunctionSpec;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedObject;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedObjectGraph;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedVariable;
import org.tensorflow.proto.Struct.NamedTupleValue;
import org.tensorflow.proto.Struct.StructuredValue;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph.TrackableObject.ObjectReference;

/**
 * An object graph as a tree of names, one object per line; a repeated one is shown by its first
 * path.
 */
final class ObjectGraphText {
  private final SavedObjectGraph graph;
  private final Map<Integer, String> seen = new HashMap<>();
  private final StringBuilder text = new StringBuilder();

  private ObjectGraphText(SavedObjectGraph graph) {
    this.graph = graph;
  }

  static String of(SavedObjectGraph graph) {
    ObjectGraphText text = new ObjectGraphText(graph);
    text.append("", "root", 0);
    return text.text.toString();
  }

  private void append(String indent, String path, int node) {
    SavedObject object = graph.getNodes(node);
    String name = path.substring(path.lastIndexOf('/') + 1);
    text.append(indent).append(name).append(": ");
    String first = seen.putIfAbsent(node, path);
    if (first != null) {
      text.append("see ").append(first).append('\n');
      return;
    }
    text.append(describe(object)).append('\n');
    for (ObjectReference child : object.getChildrenList()) {
      append(indent + "  ", path + "/" + child.getLocalName(), child.getNodeId());
    }
  }

  private String describe(SavedObject object) {
    return switch (object.getKindCase()) {
      case USER_OBJECT -> object.getUserObject().getIdentifier();
      case VARIABLE -> variable(object.getVariable());
      case FUNCTION ->
          function(
              object.getFunction().getFunctionSpec(),
              object.getFunction().getConcreteFunctionsList());
      case BARE_CONCRETE_FUNCTION ->
          function(
              object.getBareConcreteFunction().getFunctionSpec(),
              List.of(object.getBareConcreteFunction().getConcreteFunctionName()));
      default -> object.getKindCase().toString();
    };
  }

  private static String variable(SavedVariable variable) {
    return variable.getName()
        + " "
        + variable.getShape().getDimList().stream().map(dim -> dim.getSize()).toList()
        + (variable.getTrainable() ? ", trainable" : "");
  }

  private String function(FunctionSpec spec, List<String> traces) {
    NamedTupleValue arguments = spec.getFullargspec().getNamedTupleValue();
    List<String> names = new ArrayList<>(strings(arguments, "args"));
    if (!strings(arguments, "kwonlyargs").isEmpty()) {
      names.add("*");
      names.addAll(strings(arguments, "kwonlyargs"));
    }
    List<Integer> captured =
        traces.stream()
            .map(trace -> graph.getConcreteFunctionsOrThrow(trace).getBoundInputsCount())
            .toList();
    return "function(" + String.join(", ", names) + ") of variables " + captured;
  }

  private static List<String> strings(NamedTupleValue arguments, String key) {
    return arguments.getValuesList().stream()
        .filter(pair -> pair.getKey().equals(key))
        .flatMap(pair -> pair.getValue().getListValue().getValuesList().stream())
        .map(StructuredValue::getStringValue)
        .toList();
  }
}
