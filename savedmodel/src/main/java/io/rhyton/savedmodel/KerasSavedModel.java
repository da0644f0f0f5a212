package io.rhyton.savedmodel;

import io.rhyton.artifact.ArtifactException;
import io.rhyton.error.MessageText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * The raw parts of a SavedModel written by {@code model.save} of Keras 2: the model's JSON, and
 * values by key. For Rhyton's own packages.
 *
 * <p>Examples of keys: {@code layer_with_weights-0/kernel}, {@code optimizer/_variables/1}, or
 * {@code layer_with_weights-0/kernel/.OPTIMIZER_SLOT/optimizer/m}.
 *
 * <p>Source: {@code keras/src/saving/legacy/saved_model}, tf_keras 2.21.
 */
public final class KerasSavedModel {
  private static final String METADATA_FILE = "keras_metadata.pb";
  private static final String VALUE = "/.ATTRIBUTES/" + Checkpoint.VALUE;

  private final Path folder;
  private final String metadata;
  private final CheckpointReader checkpoint;
  private final Set<String> keys;

  private KerasSavedModel(Path folder, String metadata, CheckpointReader checkpoint) {
    this.folder = folder;
    this.metadata = metadata;
    this.checkpoint = checkpoint;
    this.keys = new HashSet<>(checkpoint.keys());
  }

  /**
   * Reads the metadata; values are read on request.
   *
   * @param folder the folder with {@code saved_model.pb}
   * @throws ArtifactException if the folder is not a SavedModel of Keras 2
   */
  public static KerasSavedModel open(Path folder) {
    Objects.requireNonNull(folder, "folder");
    SavedModelReader.requireFolder(folder);
    return new KerasSavedModel(folder, metadata(folder), CheckpointReader.open(folder));
  }

  private static String metadata(Path folder) {
    Path file = folder.resolve(METADATA_FILE);
    String root;
    try {
      root = Files.isRegularFile(file) ? KerasMetadata.root(file) : "";
    } catch (IOException e) {
      throw new ArtifactException(
          SavedModelWriter.KIND,
          folder,
          "a " + METADATA_FILE + " that can be read",
          "a damaged one",
          "Save the model again; see the cause.",
          e);
    }
    if (root.isEmpty()) {
      throw new ArtifactException(
          SavedModelWriter.KIND,
          folder,
          "a model saved by Keras 2",
          "one without Keras metadata",
          "Read it with SavedModel.read, or save it from Keras as a .keras file.");
    }
    return root;
  }

  /**
   * Returns the JSON of the root: {@code class_name}, {@code config}, {@code training_config} and
   * more.
   */
  public String metadata() {
    return metadata;
  }

  /** Returns whether there is a value with this key. */
  public boolean has(String key) {
    return keys.contains(key + VALUE);
  }

  /**
   * Reads a float32 value.
   *
   * @throws ArtifactException if there is no value with this key, or it has another type
   */
  public SavedVariable floats(String key) {
    return checkpoint.floats(key, require(key));
  }

  /**
   * Reads an int64 scalar.
   *
   * @throws ArtifactException if there is no value with this key, or it has another type
   */
  public long integer(String key) {
    return checkpoint.integer(require(key));
  }

  private String require(String key) {
    if (!has(key)) {
      throw new ArtifactException(
          SavedModelWriter.KIND,
          folder,
          "a value of " + MessageText.name(key),
          "none",
          "Save the model again with all of its layers.");
    }
    return key + VALUE;
  }
}
