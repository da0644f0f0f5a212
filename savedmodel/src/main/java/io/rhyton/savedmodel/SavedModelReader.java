package io.rhyton.savedmodel;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.training.Predictor;
import io.rhyton.training.SessionPredictor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;

/** Reads a SavedModel folder, whoever wrote it, to predict with. */
final class SavedModelReader {
  private SavedModelReader() {}

  @MustBeClosed
  static Predictor read(Path folder) {
    if (!Files.isRegularFile(folder.resolve(SavedModelWriter.FILE))) {
      throw new ArtifactException(
          folder,
          "a folder with " + SavedModelWriter.FILE,
          Files.exists(folder) ? "none in it" : "no such folder",
          "Give the folder that SavedModel.write, model.export() or tf.saved_model.save made.");
    }
    SavedModelBundle bundle = load(folder);
    try {
      return predictor(folder, bundle);
    } catch (RuntimeException | Error e) {
      bundle.close();
      throw e;
    }
  }

  private static SavedModelBundle load(Path folder) {
    try {
      return SavedModelBundle.load(folder.toString(), SavedModelWriter.TAG);
    } catch (TensorFlowException e) {
      throw new ArtifactException(
          folder,
          "a SavedModel that TensorFlow can load",
          "a damaged one or one of another kind",
          "Write it again; the cause says what is wrong.",
          e);
    }
  }

  @MustBeClosed
  private static Predictor predictor(Path folder, SavedModelBundle bundle) {
    SignatureDef signature =
        bundle
            .metaGraphDef()
            .getSignatureDefOrDefault(
                ObjectGraph.DEFAULT_SIGNATURE, SignatureDef.getDefaultInstance());
    TensorInfo input = single(folder, "input", signature.getInputsMap());
    TensorInfo output = single(folder, "output", signature.getOutputsMap());
    Graph graph = bundle.graph();
    return new SessionPredictor(
        "SavedModel '" + folder + "'",
        shape(input),
        shape(output),
        bundle.session(),
        graph.outputOrThrow(input.getName()),
        graph.outputOrThrow(output.getName()),
        bundle::close);
  }

  private static TensorInfo single(Path folder, String what, Map<String, TensorInfo> tensors) {
    TensorInfo only = tensors.size() == 1 ? tensors.values().iterator().next() : null;
    if (only == null || only.getDtype() != DataType.DT_FLOAT) {
      throw new ArtifactException(
          folder,
          "a signature '" + ObjectGraph.DEFAULT_SIGNATURE + "' with one float32 " + what,
          tensors.isEmpty() ? "none" : tensors.keySet().toString(),
          "Export the model with such a signature.");
    }
    return only;
  }

  private static Shape shape(TensorInfo tensor) {
    TensorShapeProto proto = tensor.getTensorShape();
    return proto.getUnknownRank()
        ? Shape.unknown()
        : Shape.of(proto.getDimList().stream().mapToLong(TensorShapeProto.Dim::getSize).toArray());
  }
}
