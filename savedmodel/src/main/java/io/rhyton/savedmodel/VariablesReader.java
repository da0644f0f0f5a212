package io.rhyton.savedmodel;

import io.rhyton.artifact.ArtifactException;
import io.rhyton.error.MessageText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tensorflow.proto.DataType;

/** Reads the list {@code variables} of a SavedModel. */
final class VariablesReader {
  /** The dtypes of Keras's seed generator states, which are not weights. */
  private static final Set<DataType> SEED_STATES =
      Set.of(DataType.DT_INT32, DataType.DT_INT64, DataType.DT_UINT32);

  private static final String EXPORT = "Export the model with Keras 3's model.export().";

  private VariablesReader() {}

  static SavedModelVariables read(Path folder) {
    SavedObjects objects = SavedObjects.of(SavedObjects.metaGraph(SavedObjects.parse(folder)));
    if (objects.child(TrackedVariables.WEIGHTS).isEmpty()) {
      throw unfit(folder, "a list of 'variables'", "none of that name");
    }
    CheckpointReader checkpoint = CheckpointReader.open(folder);
    List<SavedVariable> variables = new ArrayList<>();
    List<Integer> nodes = objects.list(TrackedVariables.WEIGHTS);
    for (int i = 0; i < nodes.size(); i++) {
      String name = objects.object(nodes.get(i)).getVariable().getName();
      DataType type = objects.object(nodes.get(i)).getVariable().getDtype();
      if (SEED_STATES.contains(type)) {
        continue;
      }
      if (type != DataType.DT_FLOAT) {
        throw unfit(
            folder,
            "variables of float32",
            MessageText.name(name) + " of " + SavedModelReader.name(type));
      }
      Optional<String> key = checkpoint.key(TrackedVariables.WEIGHTS, Integer.toString(i));
      if (key.isEmpty()) {
        throw unfit(folder, "a value of variable " + i, "none");
      }
      variables.add(checkpoint.floats(name, key.get()));
    }
    return new SavedModelVariables(folder, variables);
  }

  private static ArtifactException unfit(Path folder, String expected, String received) {
    return new ArtifactException(SavedModelWriter.KIND, folder, expected, received, EXPORT);
  }
}
