package io.rhyton.savedmodel;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.artifact.ArtifactException;
import io.rhyton.error.MessageText;
import io.rhyton.graph.GraphTensor;
import io.rhyton.inference.Predictor;
import io.rhyton.runtime.NativeRuntime;
import io.rhyton.session.SessionLifetime;
import io.rhyton.session.inference.SessionPredictor;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tensorflow.Output;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;

/** Reads a SavedModel folder for prediction, whichever program wrote it. */
final class SavedModelReader {
  private SavedModelReader() {}

  @MustBeClosed
  static Predictor read(Path folder, boolean trusted) {
    if (trusted) {
      requireFolder(folder);
    } else {
      SavedObjects.parse(folder)
          .getMetaGraphsList()
          .forEach(
              graph -> {
                UntrustedGraph.require(folder, graph);
                ValidGraph.require(folder, graph);
              });
    }
    SavedModelBundle bundle = load(folder);
    try {
      requireValues(folder, bundle);
      if (!trusted) {
        RestoredVariables.requireShapes(folder, bundle);
      }
      return predictor(folder, bundle);
    } catch (RuntimeException | Error e) {
      bundle.close();
      throw e;
    }
  }

  /** Checks that the folder is a SavedModel. */
  static void requireFolder(Path folder) {
    if (!Files.isRegularFile(folder.resolve(SavedModelWriter.FILE))) {
      throw new ArtifactException(
          SavedModelWriter.KIND,
          folder,
          "a folder with " + SavedModelWriter.FILE,
          whatIs(folder),
          "Pass a folder written by SavedModel.write, model.export() or tf.saved_model.save.");
    }
    try (Stream<Path> entries = Files.walk(folder)) {
      entries
          .filter(SavedModelReader::isSpecial)
          .findFirst()
          .ifPresent(
              entry -> {
                throw new ArtifactException(
                    SavedModelWriter.KIND,
                    folder,
                    "a folder of regular files",
                    "'" + folder.relativize(entry) + "', which is not a regular file",
                    "Delete it, or save the model again.");
              });
    } catch (IOException | UncheckedIOException e) {
      throw SavedObjects.damaged(folder, e);
    }
  }

  /** Whether it is neither a file nor a folder: TensorFlow would wait for a named pipe forever. */
  private static boolean isSpecial(Path entry) {
    return Files.exists(entry) && !Files.isRegularFile(entry) && !Files.isDirectory(entry);
  }

  private static String whatIs(Path folder) {
    if (Files.isDirectory(folder)) {
      return "a folder without it";
    }
    return Files.exists(folder) ? "a file" : "no such folder";
  }

  private static SavedModelBundle load(Path folder) {
    NativeRuntime.load();
    try {
      return SavedModelBundle.load(folder.toString(), SavedModelWriter.TAG);
    } catch (RuntimeException e) { // TensorFlow's exceptions share no narrower class.
      throw new ArtifactException(
          SavedModelWriter.KIND,
          folder,
          "a SavedModel that TensorFlow can load",
          "a damaged or incompatible one",
          isPattern(folder)
              ? "Move it: TensorFlow cannot restore values from a path with '[' or '\\'."
              : "Save it again; see the cause.",
          e);
    }
  }

  /**
   * Returns whether the path has glob characters, which TensorFlow expands in the path of a
   * checkpoint.
   */
  private static boolean isPattern(Path folder) {
    String path = folder.toString();
    return path.contains("[") || (File.separatorChar != '\\' && path.contains("\\"));
  }

  /**
   * Checks that the checkpoint exists: without it TensorFlow loads the model but fails to predict.
   */
  private static void requireValues(Path folder, SavedModelBundle bundle) {
    Path index = Path.of("variables", "variables.index");
    if (bundle.metaGraphDef().hasSaverDef() && !Files.exists(folder.resolve(index))) {
      throw new ArtifactException(
          SavedModelWriter.KIND,
          folder,
          "the values of its variables in " + index,
          "no such file",
          "Copy the whole folder, or save it again.");
    }
  }

  @MustBeClosed
  private static Predictor predictor(Path folder, SavedModelBundle bundle) {
    SignatureDef signature =
        bundle
            .metaGraphDef()
            .getSignatureDefOrDefault(
                InferenceEndpoints.DEFAULT_SIGNATURE, SignatureDef.getDefaultInstance());
    requireFloats(folder, "input", signature.getInputsMap());
    requireFloats(folder, "output", signature.getOutputsMap());
    List<GraphTensor> inputs = new ArrayList<>();
    for (String name : SignatureOrder.inputs(bundle.metaGraphDef(), signature)) {
      TensorInfo input = signature.getInputsOrThrow(name);
      requireBatches(folder, input);
      inputs.add(
          new GraphTensor(name, shape(input), bundle.graph().outputOrThrow(input.getName())));
    }
    if (inputs.stream().map(GraphTensor::operand).distinct().count() < inputs.size()) {
      throw unfit(folder, "input", "several for one tensor");
    }
    List<GraphTensor> outputs = new ArrayList<>();
    for (String name : SignatureOrder.outputs(signature)) {
      TensorInfo output = signature.getOutputsOrThrow(name);
      outputs.add(new GraphTensor(name, shape(output), computed(folder, bundle, output)));
    }
    return new SessionPredictor(
        new SessionLifetime("SavedModel '" + folder + "'"),
        inputs,
        outputs,
        bundle.session(),
        bundle::close);
  }

  private static void requireFloats(Path folder, String what, Map<String, TensorInfo> tensors) {
    if (tensors.isEmpty()) {
      throw unfit(folder, what, "none");
    }
    for (Map.Entry<String, TensorInfo> tensor : new TreeMap<>(tensors).entrySet()) {
      if (tensor.getValue().getDtype() != DataType.DT_FLOAT) {
        throw unfit(
            folder,
            what,
            MessageText.name(tensor.getKey()) + " of " + name(tensor.getValue().getDtype()));
      }
    }
  }

  static String name(DataType type) {
    return type.name().replaceFirst("DT_", "").toLowerCase(Locale.ROOT);
  }

  private static void requireBatches(Path folder, TensorInfo input) {
    TensorShapeProto shape = input.getTensorShape();
    if (shape.getUnknownRank() || shape.getDimCount() == 0) {
      throw unfit(folder, "input", shape.getUnknownRank() ? "one of unknown rank" : "a scalar");
    }
  }

  private static ArtifactException unfit(Path folder, String what, String received) {
    return new ArtifactException(
        SavedModelWriter.KIND,
        folder,
        "a signature '" + InferenceEndpoints.DEFAULT_SIGNATURE + "' with float32 " + what + "s",
        received,
        "Export the model with such a signature.");
  }

  /** Returns an output of a signature, which TensorFlow, unlike the inputs, does not check. */
  private static Output<?> computed(Path folder, SavedModelBundle bundle, TensorInfo info) {
    Output<?> output = bundle.graph().output(info.getName());
    if (output == null || output.index() >= output.op().numOutputs()) {
      throw unfit(
          folder, "output", MessageText.name(info.getName()) + ", which is not in the graph");
    }
    return output;
  }

  private static Shape shape(TensorInfo tensor) {
    return LoadedFunction.shape(tensor.getTensorShape());
  }
}
