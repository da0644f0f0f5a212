package io.rhyton.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.data.Dataset;
import io.rhyton.data.Subset;
import io.rhyton.data.image.ColorMode;
import io.rhyton.data.image.ImageFolder;
import io.rhyton.data.image.ImageInterpolation;
import io.rhyton.data.image.LabelMode;
import io.rhyton.golden.file.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImageFolderGoldenTest {
  private static final JsonNode GOLDEN = Golden.read("image_folders");
  private static final JsonNode CASES = GOLDEN.get("cases");
  private static final JsonNode ORDERS = GOLDEN.get("orders");

  @TempDir private static Path root;

  static List<String> cases() {
    return Golden.names(CASES);
  }

  static List<String> orders() {
    return Golden.names(ORDERS);
  }

  @BeforeAll
  static void writeFiles() throws IOException {
    JsonNode files = GOLDEN.get("files");
    for (String name : Golden.names(files)) {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, Base64.getDecoder().decode(files.get(name).textValue()));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void imagesAndLabelsMatchKeras(String name) {
    JsonNode golden = CASES.get(name);
    Dataset data = folder(golden.get("folder"), golden.get("options")).dataset();
    float[] images = Golden.values(golden.get("images"));
    int width = images.length / golden.get("files").size();

    assertThat(data.input().shape().prepend(data.size()))
        .isEqualTo(Golden.shape(golden.get("images")));
    for (int i = 0; i < data.size(); i++) {
      float[] expected = Arrays.copyOfRange(images, i * width, (i + 1) * width);
      assertThat(data.input().values(i))
          .as(golden.get("files").get(i).textValue())
          .containsExactly(expected, within(0f));
    }
    assertThat(data.labels().isEmpty() ? List.of() : data.label().classNames())
        .isEqualTo(golden.has("class_names") ? Golden.texts(golden.get("class_names")) : List.of());
    if (golden.has("labels")) {
      int labelWidth = (int) data.label().shape().size();
      float[] labels = new float[data.size() * labelWidth];
      for (int i = 0; i < data.size(); i++) {
        data.label().copy(i, labels, i * labelWidth);
      }
      assertThat(labels).isEqualTo(Golden.values(golden.get("labels")));
    } else {
      assertThat(data.labels()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("orders")
  void theOrderForASeedMatchesKeras(String name) {
    JsonNode golden = ORDERS.get(name);
    Dataset data = folder(CASES.get("int").get("folder"), golden.get("options")).dataset();
    Map<String, float[]> images = images();
    List<String> files = Golden.texts(golden.get("files"));

    assertThat(data.size()).isEqualTo(files.size());
    for (int i = 0; i < files.size(); i++) {
      String file = files.get(i);
      assertThat(data.input().values(i)).as(file).isEqualTo(images.get(file));
      assertThat(data.label().classNames().get(data.label().classIndex(i)))
          .isEqualTo(file.substring(0, file.indexOf('/')));
    }
  }

  private static Map<String, float[]> images() {
    JsonNode all = CASES.get("int");
    Dataset data = folder(all.get("folder"), all.get("options")).dataset();
    Map<String, float[]> images = new HashMap<>();
    for (int i = 0; i < data.size(); i++) {
      images.put(all.get("files").get(i).textValue(), data.input().values(i));
    }
    return images;
  }

  private static ImageFolder folder(JsonNode name, JsonNode options) {
    ImageFolder folder = ImageFolder.of(root.resolve(name.textValue())).imageSize(3, 4);
    for (String option : Golden.names(options)) {
      folder = with(folder, option, options.get(option));
    }
    return folder;
  }

  private static ImageFolder with(ImageFolder folder, String option, JsonNode value) {
    return switch (option) {
      case "image_size" -> folder.imageSize(value.get(0).intValue(), value.get(1).intValue());
      case "interpolation" -> folder.interpolation(ImageInterpolation.valueOf(upper(value)));
      case "color_mode" -> folder.colorMode(ColorMode.valueOf(upper(value)));
      case "crop_to_aspect_ratio" -> folder.cropToAspectRatio(true);
      case "pad_to_aspect_ratio" -> folder.padToAspectRatio(true);
      case "label_mode" ->
          folder.labelMode(value.isNull() ? LabelMode.NONE : LabelMode.valueOf(upper(value)));
      case "class_names" -> folder.classNames(Golden.texts(value).toArray(String[]::new));
      case "validation_split" -> folder.validationSplit(value.doubleValue());
      case "subset" -> folder.subset(Subset.valueOf(upper(value)));
      case "seed" -> folder.seed(value.longValue());
      default -> throw new IllegalArgumentException(option);
    };
  }

  private static String upper(JsonNode text) {
    return text.textValue().toUpperCase(Locale.ROOT);
  }
}
