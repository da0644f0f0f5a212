package io.rhyton.savedmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import io.rhyton.artifact.ArtifactException;
import io.rhyton.inference.Predictor;
import io.rhyton.training.Model;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.MetaGraphDef;

/** Each text in a SavedModel, with 50 KB: the model is read, or refused in a line. */
class SavedModelLongTextTest {
  private static final String LONG = "a value\t\n".repeat(6_000);

  @TempDir private Path temporary;

  @TestFactory
  Stream<DynamicTest> aLongTextStaysALineOfAMessage() {
    Path original = temporary.resolve("original");
    try (Model model = ExampleModel.VECTORS.compiled(1)) {
      SavedModel.write(model, original);
    }
    Set<FieldDescriptor> texts = new LinkedHashSet<>();
    addTexts(SavedModelFolder.metaGraph(original), texts);
    assertThat(texts).hasSizeGreaterThan(20);
    return texts.stream()
        .map(text -> dynamicTest(text.getFullName(), () -> assertInALine(original, text)));
  }

  private void assertInALine(Path original, FieldDescriptor text) throws Exception {
    Path folder = temporary.resolve(text.getFullName());
    SavedModelFolder.copy(original, folder);
    SavedModelFolder.edit(
        folder,
        metaGraph -> {
          Message replaced = replaced(metaGraph.build(), text);
          assertThat(replaced).isNotNull();
          return ((MetaGraphDef) replaced).toBuilder();
        });
    try (Predictor predictor = SavedModel.read(folder)) {
      assertThat(predictor.displayName()).isNotEmpty();
    } catch (ArtifactException e) {
      assertThat(String.valueOf(e.getMessage()))
          .hasSizeLessThan(2_000)
          .doesNotContain("\t")
          .doesNotContain("\n");
    }
  }

  private static boolean isText(FieldDescriptor field) {
    return field.getJavaType() == JavaType.STRING || field.getJavaType() == JavaType.BYTE_STRING;
  }

  private static List<?> values(Message message, FieldDescriptor field) {
    Object value = message.getField(field);
    return value instanceof List<?> list ? list : List.of(value);
  }

  private static void addTexts(Message message, Set<FieldDescriptor> texts) {
    for (FieldDescriptor field : message.getAllFields().keySet()) {
      if (isText(field)) {
        texts.add(field);
      }
      for (Object value : values(message, field)) {
        if (value instanceof Message part) {
          addTexts(part, texts);
        }
      }
    }
  }

  /** Returns a message with a long text in the first such field; null if it has none. */
  private static @Nullable Message replaced(Message message, FieldDescriptor text) {
    for (FieldDescriptor field : message.getAllFields().keySet()) {
      List<?> values = values(message, field);
      for (int i = 0; i < values.size(); i++) {
        Object other = null;
        if (field.equals(text)) {
          other = field.getJavaType() == JavaType.STRING ? LONG : ByteString.copyFromUtf8(LONG);
        } else if (values.get(i) instanceof Message part) {
          other = replaced(part, text);
        }
        if (other != null) {
          Message.Builder builder = message.toBuilder();
          return field.isRepeated()
              ? builder.setRepeatedField(field, i, other).build()
              : builder.setField(field, other).build();
        }
      }
    }
    return null;
  }
}
