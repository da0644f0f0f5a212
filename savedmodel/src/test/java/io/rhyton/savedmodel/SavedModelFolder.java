package io.rhyton.savedmodel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;

/** Reads and modifies the content of a SavedModel folder. */
final class SavedModelFolder {
  private SavedModelFolder() {}

  static SavedModel read(Path folder) throws IOException {
    return SavedModel.parseFrom(Files.readAllBytes(folder.resolve("saved_model.pb")));
  }

  static MetaGraphDef metaGraph(Path folder) {
    try {
      return read(folder).getMetaGraphs(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  static void edit(Path folder, UnaryOperator<MetaGraphDef.Builder> change) {
    try {
      SavedModel.Builder model = read(folder).toBuilder();
      model.setMetaGraphs(0, change.apply(model.getMetaGraphs(0).toBuilder()));
      Files.write(folder.resolve("saved_model.pb"), model.build().toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void editSignature(Path folder, UnaryOperator<SignatureDef.Builder> change) {
    String name = "serving_default";
    edit(
        folder,
        metaGraph ->
            metaGraph.putSignatureDef(
                name, change.apply(metaGraph.getSignatureDefOrThrow(name).toBuilder()).build()));
  }

  /** Truncates a file. */
  static void truncate(Path file, int length) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, length));
  }

  static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
