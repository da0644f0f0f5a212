package io.rhyton.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rhyton.artifact.ArtifactException;
import io.rhyton.artifact.StagedFile;
import io.rhyton.execution.ModelValues;
import io.rhyton.file.RegularFile;
import io.rhyton.hdf5.Hdf5Dataset;
import io.rhyton.hdf5.Hdf5File;
import io.rhyton.hdf5.Hdf5Group;
import io.rhyton.hdf5.Hdf5Writer;
import io.rhyton.history.CallbackState;
import io.rhyton.history.TrainingState;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.weight.Weights;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.zip.CRC32C;
import org.tensorflow.ndarray.Shape;

/**
 * A backup as an HDF5 file: {@code weights/<number>}, {@code slots/<number>} and {@code
 * callbacks/<number>/<number>}, and everything else as JSON in the attribute {@code training}. The
 * HDF5 file is followed by its checksum, in 8 bytes.
 */
final class BackupFile {
  private static final String KIND = "Backup";
  private static final String TRAINING = "training";
  private static final String WEIGHTS = "weights";
  private static final String SLOTS = "slots";
  private static final String CALLBACKS = "callbacks";

  /** Writes NaN and infinity as strings. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private BackupFile() {}

  /**
   * Writes a backup.
   *
   * @param state the progress of the run
   * @param values its weights and its optimizer state
   * @throws ArtifactException if it cannot be written
   */
  static void write(Path file, TrainingState state, ModelValues values) {
    Hdf5Group root = Hdf5Group.root().attribute(TRAINING, json(BackupText.of(state, values)));
    add(root.group(WEIGHTS), values.weightNames(), values::shape, values::values);
    add(root.group(SLOTS), values.slotNames(), values::shape, values::values);
    int number = 0;
    for (CallbackState callback : state.callbacks()) {
      Weights kept = callback.weights();
      if (kept != null) {
        Hdf5Group group = root.group(CALLBACKS).group(Integer.toString(number));
        add(group, kept.names(), kept::shape, kept::values);
      }
      number++;
    }
    StagedFile.write(
        KIND,
        file,
        channel -> {
          ChecksumChannel checked = new ChecksumChannel(channel);
          Hdf5Writer.write(root, checked);
          channel.write(ByteBuffer.allocate(Long.BYTES).putLong(checked.value()).flip());
        });
  }

  private static String json(BackupText text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(
      Hdf5Group group,
      List<String> names,
      Function<String, Shape> shapes,
      Function<String, float[]> values) {
    int number = 0;
    for (String name : names) {
      group.dataset(
          Integer.toString(number++),
          Hdf5Dataset.floats(shapes.apply(name), () -> FloatBuffer.wrap(values.apply(name))));
    }
  }

  /**
   * Reads a backup.
   *
   * @throws ArtifactException if it is damaged
   */
  static Backup read(Path file) {
    try (Hdf5File content = Hdf5File.open(KIND, file, checked(file))) {
      BackupText text = text(content.string("", TRAINING).orElseThrow());
      return new Backup(
          text.state(number -> weights(content, CALLBACKS + "/" + number, text.kept(number))),
          weights(content, WEIGHTS, text.weights()),
          new OptimizerState(
              text.iteration(), text.learningRate(), weights(content, SLOTS, text.slots())));
    } catch (ArtifactException e) {
      throw e;
    } catch (IOException | RuntimeException e) { // Whatever JSON and HDF5 do not promise.
      throw damaged(file, e.toString(), e);
    }
  }

  /** Reads the JSON of a backup of format 1 or 2. */
  static BackupText text(String json) throws IOException {
    JsonNode tree = JSON.readTree(json);
    if (tree.path("format").asInt() == 1 && tree.path("plan") instanceof ObjectNode plan) {
      plan.putNull("augmentation");
    }
    return JSON.treeToValue(tree, BackupText.class);
  }

  private static Weights weights(Hdf5File file, String group, List<String> names) {
    Weights.Builder weights = Weights.builder();
    for (int i = 0; i < names.size(); i++) {
      String path = group + "/" + i;
      weights.add(names.get(i), file.shape(path), file.floats(path));
    }
    return weights.build();
  }

  /** Returns the HDF5 file without its checksum, after verifying it. */
  private static ByteBuffer checked(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(RegularFile.require(file));
    int length = bytes.length - Long.BYTES;
    if (length < 0) {
      throw new IOException(bytes.length + " bytes");
    }
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    if (checksum.getValue() != ByteBuffer.wrap(bytes, length, Long.BYTES).getLong()) {
      throw new IOException("a wrong checksum");
    }
    return ByteBuffer.wrap(bytes, 0, length).slice();
  }

  private static ArtifactException damaged(Path file, String received, Exception cause) {
    return new ArtifactException(
        KIND, file, "an intact backup", received, "Resume from an older one.", cause);
  }
}
