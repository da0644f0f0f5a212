package io.rhyton.savedmodel;

import com.google.protobuf.InvalidProtocolBufferException;
import io.rhyton.artifact.ArtifactException;
import io.rhyton.runtime.NativeRuntime;
import io.rhyton.session.VariableAssignment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tensorflow.EagerSession;
import org.tensorflow.op.Ops;
import org.tensorflow.op.train.Restore;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph.TrackableObject;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph.TrackableObject.SerializedTensor;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TString;
import org.tensorflow.types.family.TType;

/** Reads the values of the variables of a SavedModel, whichever program wrote it. */
final class CheckpointReader {
  private static final int ROOT = 0;

  private final Path folder;
  private final TrackableObjectGraph objects;
  private final Map<Integer, Map<String, Integer>> children = new HashMap<>();

  private CheckpointReader(Path folder, TrackableObjectGraph objects) {
    this.folder = folder;
    this.objects = objects;
  }

  /**
   * Opens a checkpoint and reads its object graph.
   *
   * @param folder the SavedModel
   */
  static CheckpointReader open(Path folder) {
    Path index = folder.resolve("variables").resolve("variables.index");
    if (!Files.isRegularFile(index)) {
      throw new ArtifactException(
          SavedModelWriter.KIND,
          folder,
          "the values of its variables in " + folder.relativize(index),
          "no such file",
          "Copy the whole folder, or save it again.");
    }
    return new CheckpointReader(folder, read(folder));
  }

  TrackableObjectGraph objects() {
    return objects;
  }

  private static TrackableObjectGraph read(Path folder) {
    byte[] message =
        restored(
            folder, Checkpoint.OBJECT_GRAPH_KEY, TString.class, text -> text.asBytes().getObject());
    try {
      return TrackableObjectGraph.parseFrom(message);
    } catch (InvalidProtocolBufferException e) {
      throw damaged(folder, e);
    }
  }

  /** Restores a value, and applies a function that copies it. */
  private static <T extends TType, R> R restored(
      Path folder, String key, Class<T> type, Function<T, R> copy) {
    try (EagerSession session = NativeRuntime.newEagerSession()) {
      Ops tf = Ops.create(session);
      Restore restore =
          tf.train.restore(
              tf.constant(prefix(folder)),
              TensorStrings.vector(tf, List.of(key)),
              TensorStrings.vector(tf, Checkpoint.wholeTensors(1)),
              List.of(type));
      return copy.apply(restore.tensors().get(0).asOutput().expect(type).asTensor());
    } catch (RuntimeException e) { // TensorFlow's exceptions share no narrower class.
      throw damaged(folder, e);
    }
  }

  /**
   * Reads a float32 value.
   *
   * @param name the name of the variable
   */
  SavedVariable floats(String name, String key) {
    return restored(
        folder,
        key,
        TFloat32.class,
        tensor -> new SavedVariable(name, tensor.shape(), VariableAssignment.values(tensor)));
  }

  /** Reads an int64 scalar. */
  long integer(String key) {
    return restored(folder, key, TInt64.class, tensor -> tensor.getLong());
  }

  static ArtifactException damaged(Path folder, Exception cause) {
    return new ArtifactException(
        SavedModelWriter.KIND,
        folder,
        "values that TensorFlow can read",
        "a damaged checkpoint or one of another format",
        "Copy the whole folder, or save it again; see the cause.",
        cause);
  }

  /** Returns the path of the checkpoint without {@code .index}, as TensorFlow expects it. */
  static String prefix(Path folder) {
    return folder.resolve("variables").resolve("variables").toString();
  }

  String prefix() {
    return prefix(folder);
  }

  /** Returns the keys of all values, in the order of the objects. */
  List<String> keys() {
    return objects.getNodesList().stream()
        .flatMap(node -> node.getAttributesList().stream())
        .map(SerializedTensor::getCheckpointKey)
        .toList();
  }

  /**
   * Returns the key of the variable at a path from the root.
   *
   * @param path the names along the path
   */
  Optional<String> key(String... path) {
    int node = ROOT;
    for (String name : path) {
      @Nullable Integer child = children.computeIfAbsent(node, this::children).get(name);
      if (child == null) {
        return Optional.empty();
      }
      node = child;
    }
    return object(node).getAttributesList().stream()
        .filter(attribute -> attribute.getName().equals(Checkpoint.VALUE))
        .map(SerializedTensor::getCheckpointKey)
        .findFirst();
  }

  private Map<String, Integer> children(int node) {
    return SavedObjects.byName(object(node).getChildrenList());
  }

  /** Returns an object, an empty one if the index is out of range. */
  private TrackableObject object(int node) {
    return node >= 0 && node < objects.getNodesCount()
        ? objects.getNodes(node)
        : TrackableObject.getDefaultInstance();
  }
}
