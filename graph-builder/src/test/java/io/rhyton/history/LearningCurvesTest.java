package io.rhyton.history;

import static io.rhyton.history.Histories.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

@Timeout(60)
class LearningCurvesTest {
  private static final int TRAINING = 0xFF0072B2;
  private static final int VALIDATION = 0xFFD55E00;

  @TempDir Path folder;

  private static BufferedImage png(History history) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(LearningCurves.of(history).png()));
  }

  /** Whether a color is in one panel of the first row. */
  private static boolean shows(BufferedImage image, int panel, int color) {
    int[] pixels = image.getRGB(panel * 800, 0, 800, 600, null, 0, 800);
    return IntStream.of(pixels).anyMatch(pixel -> pixel == color);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 25, 200})
  void lossAndAccuracyAreSideBySideInTwoColors(int epochs) throws IOException {
    BufferedImage image = png(Histories.overfitting(epochs));

    assertThat(image.getWidth()).isEqualTo(1600);
    assertThat(image.getHeight()).isEqualTo(600);
    assertThat(shows(image, 0, TRAINING)).isTrue();
    assertThat(shows(image, 0, VALIDATION)).isTrue();
    assertThat(shows(image, 1, TRAINING)).isTrue();
    assertThat(shows(image, 1, VALIDATION)).isTrue();
  }

  @Test
  void lossAloneTakesOnePanelAndOneColor() throws IOException {
    BufferedImage image = png(Histories.of(column("loss", 3, 2, 1)));

    assertThat(image.getWidth()).isEqualTo(800);
    assertThat(image.getHeight()).isEqualTo(600);
    assertThat(shows(image, 0, TRAINING)).isTrue();
    assertThat(shows(image, 0, VALIDATION)).isFalse();
  }

  @Test
  void lossComesFirst() throws IOException {
    BufferedImage image =
        png(
            Histories.of(
                column("accuracy", 0.1, 0.2), column("loss", 2, 1), column("val_loss", 2, 1.5)));

    assertThat(shows(image, 0, VALIDATION)).isTrue();
    assertThat(shows(image, 1, VALIDATION)).isFalse();
  }

  @Test
  void fourMetricsTakeTwoRows() throws IOException {
    BufferedImage image =
        png(
            Histories.of(
                column("loss", 1, 2), column("a", 1, 2), column("b", 1, 2), column("c", 1, 2)));

    assertThat(image.getWidth()).isEqualTo(1600);
    assertThat(image.getHeight()).isEqualTo(1200);
  }

  @Test
  void divergedValuesAreOmitted() throws IOException {
    BufferedImage image =
        png(
            Histories.of(
                column("loss", 1, 2, 1e300, Double.POSITIVE_INFINITY),
                column("val_loss", Double.NaN, Double.NaN, Double.NaN, Double.NaN)));

    assertThat(shows(image, 0, TRAINING)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -3, 1e-40, 1e38})
  void constantCurveIsPlotted(double value) throws IOException {
    BufferedImage image = png(Histories.of(column("loss", value, value, value)));

    assertThat(shows(image, 0, TRAINING)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-40, 1e-12, 1e12, 1e38})
  void smallAndLargeValuesArePlotted(double unit) throws IOException {
    BufferedImage image =
        png(Histories.of(column("loss", 3 * unit, unit), column("val_loss", 2 * unit, 0)));

    assertThat(shows(image, 0, TRAINING)).isTrue();
    assertThat(shows(image, 0, VALIDATION)).isTrue();
  }

  @Test
  void svgIsXmlWithADescription() throws Exception {
    Path file = folder.resolve("curves.SVG");
    Histories.overfitting(25).plot(file);

    Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    assertThat(svg.getDoctype()).isNull();
    assertThat(svg.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 800 300");
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("Learning curves: accuracy, loss, val_accuracy, val_loss");
    assertThat(file).content().contains("rgb(0,114,178)", "rgb(213,94,0)");
  }

  @Test
  void metricNamesAreEscapedInSvg() throws Exception {
    byte[] svg = LearningCurves.of(Histories.of(column("<a&b>", 1, 2))).svg();

    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg));
    assertThat(document.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("Learning curves: <a&b>");
  }

  @Test
  void extensionDeterminesTheFormat() throws IOException {
    Path file = folder.resolve("new/curves.png");
    Histories.overfitting(3).plot(file);

    assertThat(Files.readAllBytes(file)).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void otherExtensionsAreRejected() {
    assertThatThrownBy(() -> Histories.overfitting(3).plot(Path.of("curves.jpg")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("path must end in .png or .svg, got curves.jpg");
  }

  @Test
  void severalRunsHaveOneColorEach() throws IOException {
    Path file = folder.resolve("runs.png");
    Map<String, History> runs = new LinkedHashMap<>();
    runs.put("first", Histories.overfitting(5));
    runs.put("second", Histories.overfitting(40));
    runs.put("loss alone", Histories.of(column("loss", 3, 2, 1)));
    LearningCurves.of(runs).write(file);

    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(image.getWidth()).isEqualTo(1600);
    assertThat(shows(image, 0, TRAINING)).isTrue();
    assertThat(shows(image, 0, VALIDATION)).isTrue();
    assertThat(shows(image, 0, 0xFF009E73)).isTrue();
    assertThat(shows(image, 1, 0xFF009E73)).isFalse();
  }

  @Test
  void noRunsAndRunsWithoutEpochsAreRejected() {
    assertThatThrownBy(() -> LearningCurves.of(Map.of())).hasMessage("runs must not be empty");
    assertThatThrownBy(() -> LearningCurves.of(Map.of("a", Histories.EMPTY)))
        .isInstanceOf(IllegalStateException.class);
  }
}
