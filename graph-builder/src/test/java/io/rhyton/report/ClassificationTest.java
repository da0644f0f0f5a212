package io.rhyton.report;

import static io.rhyton.model.layer.ActivationFunction.LINEAR;
import static io.rhyton.model.layer.ActivationFunction.SIGMOID;
import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;
import static io.rhyton.report.Classifiers.NAMES;
import static io.rhyton.report.Classifiers.PIXELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.data.BatchSource;
import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.inference.Predictor;
import io.rhyton.model.layer.ActivationFunction;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClassificationTest {
  private static final Offset<Double> CLOSE = Offset.offset(1e-6);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = {"LINEAR", "SOFTMAX"})
  void misclassificationsAreSortedByProbability(ActivationFunction activation) {
    try (Predictor model = Classifiers.colors(activation)) {
      Classification found = Classification.of(model, PIXELS, NAMES);
      assertThat(found.matrix().accuracy()).isEqualTo(0.5);
      List<Misclassification> mistakes = found.misclassifications(5);
      assertThat(mistakes).extracting(Misclassification::sample).containsExactly(3, 1);
      assertThat(mistakes).extracting(Misclassification::actual).containsExactly("blue", "green");
      assertThat(mistakes).extracting(Misclassification::predicted).containsExactly("green", "red");
      double e = Math.E;
      assertThat(mistakes.get(0).probability()).isEqualTo(e / (e + 2), CLOSE);
      assertThat(mistakes.get(1).probability()).isEqualTo(e / (e + Math.sqrt(e) + 1), CLOSE);
      assertThat(found.misclassifications(1)).hasSize(1);
    }
  }

  @Test
  void textShowsMatrixAndMisclassifications() {
    try (Predictor model = Classifiers.colors(SOFTMAX)) {
      Classification found = Classification.of(model, PIXELS, NAMES);
      assertThat(found).hasToString(found.matrix().toString());
      assertThat(Misclassifications.of(model, PIXELS, NAMES, 2))
          .hasToString(
              """
              sample 3: blue predicted as green, 57.6 %
              sample 1: green predicted as red, 50.6 %""");
      assertThat(Misclassifications.of(model, PIXELS.take(1), NAMES, 2)).hasToString("no mistakes");
    }
  }

  @Test
  void oneHotLabelsAreSupported() {
    try (Predictor model = Classifiers.colors(SOFTMAX)) {
      assertThat(ConfusionMatrix.of(model, PIXELS.oneHot(3), NAMES).toString())
          .isEqualTo(ConfusionMatrix.of(model, PIXELS, NAMES).toString());
    }
  }

  @Test
  void batchesGiveTheSameResultAsTheirSamples() {
    try (Predictor model = Classifiers.colors(SOFTMAX)) {
      BatchSource source = BatchSource.of(List.of(PIXELS.take(1), PIXELS.skip(1)));
      assertThat(ConfusionMatrix.of(model, source, NAMES).toString())
          .isEqualTo(ConfusionMatrix.of(model, PIXELS, NAMES).toString());
      assertThat(Classification.of(model, source, NAMES).misclassifications(5))
          .isEqualTo(Classification.of(model, PIXELS, NAMES).misclassifications(5));
      BatchSource broken = BatchSource.of(List.of(PIXELS, PIXELS.take(0)));
      assertThatThrownBy(() -> Classification.of(model, broken, NAMES))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "Data set, batch 2 of pass 1: expected at least one sample, got none. Provide"
                  + " samples.");
      assertThatThrownBy(() -> Classification.of(model, BatchSource.of(List.of()), NAMES))
          .isInstanceOf(DataException.class)
          .hasMessage("Data set: expected at least one sample, got none. Provide samples.");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LINEAR", "SIGMOID"})
  void oneOutputUnitIsABinaryClassifier(ActivationFunction activation) {
    float[][] samples = {{-2}, {3}, {4}};
    List<String> names = List.of("no", "yes");
    Dataset numbers = Dataset.vectors(samples, new int[] {0, 0, 1});
    Dataset targets = Dataset.vectors(samples, new float[][] {{0}, {0}, {1}});
    try (Predictor model = Classifiers.oneOutput(activation)) {
      for (Dataset data : List.of(numbers, targets)) {
        Classification found = Classification.of(model, data, names);
        assertThat(found.matrix().count(0, 0)).isEqualTo(1);
        assertThat(found.matrix().count(1, 1)).isEqualTo(1);
        Misclassification mistake = found.misclassifications(9).get(0);
        assertThat(mistake.probability()).isEqualTo(1 / (1 + Math.exp(-3)), CLOSE);
      }
    }
  }

  @Test
  void everyClassNeedsAName() {
    try (Predictor model = Classifiers.colors(SOFTMAX);
        Predictor one = Classifiers.oneOutput(SIGMOID)) {
      assertThatThrownBy(() -> ConfusionMatrix.of(model, PIXELS, List.of("red", "green")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("expected 3 classNames, one per class, got 2: [red, green]");
      Dataset data = Dataset.vectors(new float[][] {{1}}, new int[] {0});
      assertThatThrownBy(() -> ConfusionMatrix.of(one, data, List.of("all")))
          .hasMessage("expected 2 classNames, one per class, got 1: [all]");
    }
  }

  @Test
  void invalidLabelsAreRejected() {
    Dataset pixels = Dataset.images(1, 1, 3, new float[6]);
    try (Predictor model = Classifiers.colors(LINEAR)) {
      assertRefused(model, PIXELS.take(0), "at least one sample, got none. Provide samples.");
      assertRefused(
          model, pixels, "samples with labels, got none. Provide the class of each sample.");
      assertRefused(
          model,
          Dataset.zip(pixels, Dataset.classIndices(new int[] {0, 3})),
          "labels from 0 to 2, got 3 at sample 1. Correct the label, or give the model more"
              + " outputs.");
      assertRefused(
          model,
          Dataset.zip(pixels, Dataset.targets(new float[][] {{0, 1, 0}, {0.5f, 0.5f, 0}})),
          "integer labels or one-hot rows of 3 values, got another row of 3 values at sample 1."
              + " Provide the class of each sample.");
    }
  }

  private static void assertRefused(Predictor model, Dataset data, String message) {
    assertThatThrownBy(() -> Classification.of(model, data, NAMES))
        .isInstanceOf(DataException.class)
        .hasMessage("Data set: expected " + message);
  }

  @Test
  void misclassificationsArePlottedWithTheirClasses() throws IOException {
    Path file = folder.resolve("mistakes.png");
    try (Predictor model = Classifiers.colors(SOFTMAX)) {
      Misclassifications.of(model, PIXELS, NAMES, 2).plot(file);
      BufferedImage image = ImageIO.read(file.toFile());
      assertThat(image.getWidth()).isEqualTo(2 * (2 * 106 + 10));
      assertThat(image.getHeight()).isEqualTo(2 * (132 + 10));
      assertThat(image.getRGB(100, 100)).isEqualTo(0xFF00FF00);
      assertThat(image.getRGB(100 + 2 * 106, 100)).isEqualTo(0xFFFF8000);

      Misclassifications none = Misclassifications.of(model, PIXELS.take(1), NAMES, 2);
      assertThatThrownBy(() -> none.plot(file)).hasMessage("there are no mistakes to plot");
    }
  }

  @Test
  void negativeValuesAreRescaledForDisplay() {
    Dataset data = Dataset.images(1, 2, 1, new float[] {-3, 1});
    BufferedImage image = SampleImages.of(data, List.of(0)).image(0);
    assertThat(image.getRGB(0, 0)).isEqualTo(0xFF000000);
    assertThat(image.getRGB(1, 0)).isEqualTo(0xFFFFFFFF);
  }
}
