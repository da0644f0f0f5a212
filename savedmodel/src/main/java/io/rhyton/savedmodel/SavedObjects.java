package io.rhyton.savedmodel;

import io.rhyton.artifact.ArtifactException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedConcreteFunction;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedObject;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph.TrackableObject.ObjectReference;

/** The objects of a SavedModel, found by the names of their attributes. All indices are checked. */
final class SavedObjects {
  private final MetaGraphDef metaGraph;

  private SavedObjects(MetaGraphDef metaGraph) {
    this.metaGraph = metaGraph;
  }

  static SavedObjects of(MetaGraphDef metaGraph) {
    return new SavedObjects(metaGraph);
  }

  /** Parses a SavedModel's file. */
  static org.tensorflow.proto.SavedModel parse(Path folder) {
    SavedModelReader.requireFolder(folder);
    try (InputStream file = Files.newInputStream(folder.resolve(SavedModelWriter.FILE))) {
      return org.tensorflow.proto.SavedModel.parseFrom(file);
    } catch (IOException e) {
      throw damaged(folder, e);
    }
  }

  static ArtifactException damaged(Path folder, Exception cause) {
    return new ArtifactException(
        SavedModelWriter.KIND,
        folder,
        "a SavedModel that TensorFlow can load",
        "a damaged or incompatible one",
        "Save it again; see the cause.",
        cause);
  }

  /** Returns the graph that serving tools load; an empty one if there is none. */
  static MetaGraphDef metaGraph(org.tensorflow.proto.SavedModel model) {
    return model.getMetaGraphsList().stream()
        .filter(graph -> graph.getMetaInfoDef().getTagsList().contains(SavedModelWriter.TAG))
        .findFirst()
        .orElse(MetaGraphDef.getDefaultInstance());
  }

  /** Returns the index of the root's attribute of this name. */
  Optional<Integer> child(String name) {
    return Optional.ofNullable(byName(object(0).getChildrenList()).get(name));
  }

  /** Returns the indices of objects by name; of several with one name, the first. */
  static Map<String, Integer> byName(List<ObjectReference> children) {
    Map<String, Integer> byName = new HashMap<>();
    children.forEach(child -> byName.putIfAbsent(child.getLocalName(), child.getNodeId()));
    return byName;
  }

  /** Returns the indices of the members of the root's list of this name. */
  List<Integer> list(String name) {
    List<Integer> members = new ArrayList<>();
    SavedObject list = child(name).map(this::object).orElse(SavedObject.getDefaultInstance());
    Map<String, Integer> byName = byName(list.getChildrenList());
    @Nullable Integer next = byName.get("0");
    while (next != null) {
      members.add(next);
      next = byName.get(Integer.toString(members.size()));
    }
    return members;
  }

  /** Returns an object; an empty one if the index is out of range. */
  SavedObject object(int node) {
    return node >= 0 && node < metaGraph.getObjectGraphDef().getNodesCount()
        ? metaGraph.getObjectGraphDef().getNodes(node)
        : SavedObject.getDefaultInstance();
  }

  /** Returns how Python calls a function of the library; empty if unknown. */
  SavedConcreteFunction concreteFunction(String name) {
    return metaGraph
        .getObjectGraphDef()
        .getConcreteFunctionsOrDefault(name, SavedConcreteFunction.getDefaultInstance());
  }

  /** Returns a function of the library; an empty one if there is none of this name. */
  FunctionDef definition(String name) {
    return metaGraph.getGraphDef().getLibrary().getFunctionList().stream()
        .filter(function -> function.getSignature().getName().equals(name))
        .findFirst()
        .orElse(FunctionDef.getDefaultInstance());
  }
}
