package io.rhyton.golden;

import static io.rhyton.golden.parity.Aspect.FORWARD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.data.Dataset;
import io.rhyton.data.NormalizationStatistics;
import io.rhyton.golden.file.Golden;
import io.rhyton.golden.parity.Ledger;
import io.rhyton.graph.AugmentationGraph;
import io.rhyton.model.augmentation.ImageDataGenerator;
import io.rhyton.model.layer.FillMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/**
 * Images are augmented and standardized as by Keras's {@code apply_transform} and {@code
 * standardize}.
 */
class ImageGeneratorGoldenTest {
  private static final JsonNode GOLDEN = Golden.read("image_generator");
  private static final Map<String, ImageDataGenerator> CASES = cases();

  @RegisterExtension
  private static final Ledger LEDGER = Ledger.of("Changes of images", withoutBytes(), FORWARD);

  private static Map<String, ImageDataGenerator> cases() {
    ImageDataGenerator none = ImageDataGenerator.of();
    ImageDataGenerator moves =
        none.rotationRange(40)
            .widthShiftRange(0.3)
            .heightShiftRange(1.5)
            .shearRange(25)
            .zoomRange(0.4)
            .horizontalFlip(true)
            .verticalFlip(true);
    Map<String, ImageDataGenerator> cases = new LinkedHashMap<>();
    cases.put("nothing", none);
    cases.put("rotation", none.rotationRange(170));
    cases.put("width_shift", none.widthShiftRange(0.4));
    cases.put("height_shift", none.heightShiftRange(0.4));
    cases.put("pixels", none.widthShiftRange(2.5).heightShiftRange(1.5));
    cases.put("shear", none.shearRange(50));
    cases.put("zoom", none.zoomRange(0.6));
    cases.put("zoom_between", none.zoomRange(0.5, 0.8));
    cases.put("horizontal_flip", none.horizontalFlip(true));
    cases.put("vertical_flip", none.verticalFlip(true));
    cases.put("flips", none.horizontalFlip(true).verticalFlip(true));
    cases.put("channel_shift", none.channelShiftRange(90));
    cases.put("brightness", none.brightnessRange(0.3, 1.8));
    cases.put("featurewise", none.featurewiseStdNormalization(true));
    cases.put("featurewise_center", none.featurewiseCenter(true));
    cases.put("samplewise", none.samplewiseStdNormalization(true));
    cases.put("samplewise_center", none.samplewiseCenter(true));
    cases.put(
        "all",
        moves
            .channelShiftRange(30)
            .samplewiseStdNormalization(true)
            .featurewiseStdNormalization(true));
    for (int order = 0; order <= 1; order++) {
      for (FillMode fillMode :
          List.of(FillMode.NEAREST, FillMode.CONSTANT, FillMode.REFLECT, FillMode.WRAP)) {
        String name = fillMode.name().toLowerCase(Locale.ROOT) + "_" + order;
        cases.put(name, moves.fillMode(fillMode).interpolationOrder(order).cval(77));
        cases.put(
            "far_" + name,
            none.widthShiftRange(20.0)
                .heightShiftRange(20.0)
                .fillMode(fillMode)
                .interpolationOrder(order));
      }
    }
    return cases;
  }

  /** Keras rounds images to bytes before it changes their brightness. */
  private static List<String> withoutBytes() {
    return CASES.keySet().stream().filter(name -> !name.equals("brightness")).toList();
  }

  static List<String> exact() {
    return withoutBytes();
  }

  @Test
  void everyGoldenCaseHasAGenerator() {
    assertThat(CASES.keySet()).containsExactlyElementsOf(Golden.names(GOLDEN));
  }

  @ParameterizedTest
  @MethodSource("exact")
  void imagesMatchKeras(String name) {
    LEDGER
        .row(name)
        .assertClose(FORWARD, "images", trained(name), Golden.values(golden(name, "trained")));
  }

  @Test
  void brightnessMatchesKerasUpToRoundingToBytes() {
    float[] ours = trained("brightness");
    float[] expected = Golden.values(golden("brightness", "trained"));
    assertThat(ours).hasSameSizeAs(expected);
    for (int i = 0; i < ours.length; i++) {
      assertThat(ours[i]).isBetween(expected[i] - 1, expected[i] + 1);
    }
  }

  private static JsonNode golden(String name, String key) {
    return GOLDEN.get(name).get(key);
  }

  private static float[] trained(String name) {
    JsonNode given = golden(name, "images");
    Shape shape = Golden.shape(given);
    ImageDataGenerator generator =
        NormalizationStatistics.adapt(
            Golden.required(CASES, name),
            Dataset.images(
                (int) shape.get(1), (int) shape.get(2), (int) shape.get(3), Golden.values(given)));
    try (AugmentationGraph graph = AugmentationGraph.build(generator, shape.tail(), 1);
        Session session = new Session(graph.graph());
        TFloat32 images = tensor(given);
        TFloat32 draws = tensor(golden(name, "draws"));
        Result result =
            session
                .runner()
                .feed(graph.images(), images)
                .feed(graph.draws(), draws)
                .fetch(graph.trainingInput())
                .run()) {
      TFloat32 tensor = (TFloat32) result.get(0);
      float[] values = new float[(int) tensor.size()];
      tensor.asRawTensor().data().asFloats().read(values);
      return values;
    }
  }

  private static TFloat32 tensor(JsonNode array) {
    return TFloat32.tensorOf(Golden.shape(array), DataBuffers.of(Golden.values(array)));
  }
}
