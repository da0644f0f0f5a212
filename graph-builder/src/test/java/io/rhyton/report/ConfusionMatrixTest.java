package io.rhyton.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class ConfusionMatrixTest {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);
  private static final List<String> NAMES = List.of("cat", "dog", "locomotive");

  /** Two of three cats, one of two dogs, and the only locomotive are correct. */
  private static final ConfusionMatrix MATRIX =
      ConfusionMatrix.of(new int[] {0, 0, 0, 1, 1, 2}, new int[] {0, 0, 1, 1, 2, 2}, NAMES);

  @TempDir private Path folder;

  @Test
  void samplesAreCountedByActualAndPredictedClass() {
    assertThat(MATRIX.count(0, 0)).isEqualTo(2);
    assertThat(MATRIX.count(0, 1)).isEqualTo(1);
    assertThat(MATRIX.count(1, 0)).isZero();
    assertThat(MATRIX.count(1, 2)).isEqualTo(1);
    assertThat(MATRIX.support(0)).isEqualTo(3);
    assertThat(MATRIX.size()).isEqualTo(6);
    assertThat(MATRIX.accuracy()).isEqualTo(4.0 / 6, EXACT);
  }

  @Test
  void scoresMatchHandComputedValues() {
    List<ClassScores> scores = MATRIX.scores();
    assertScores(scores.get(0), 1, 2 / 3.0, 0.8);
    assertScores(scores.get(1), 0.5, 0.5, 0.5);
    assertScores(scores.get(2), 0.5, 1, 2 / 3.0);
    double f1 = (0.8 + 0.5 + 2 / 3.0) / 3;
    assertScores(MATRIX.macroAverage(), 2 / 3.0, (2 / 3.0 + 0.5 + 1) / 3, f1);
    assertScores(
        MATRIX.weightedAverage(),
        (3 * 1 + 2 * 0.5 + 0.5) / 6,
        4 / 6.0,
        (3 * 0.8 + 2 * 0.5 + 2 / 3.0) / 6);
    assertThat(scores).extracting(ClassScores::support).containsExactly(3L, 2L, 1L);
  }

  private static void assertScores(ClassScores scores, double precision, double recall, double f1) {
    assertThat(scores.precision()).as(scores.name()).isEqualTo(precision, EXACT);
    assertThat(scores.recall()).as(scores.name()).isEqualTo(recall, EXACT);
    assertThat(scores.f1()).as(scores.name()).isEqualTo(f1, EXACT);
  }

  @Test
  void aQuotientWithDenominatorZeroIsZero() {
    ConfusionMatrix oneClass =
        ConfusionMatrix.of(new int[] {0, 0}, new int[] {0, 0}, List.of("a", "b"));
    assertScores(oneClass.scores().get(0), 1, 1, 1);
    assertScores(oneClass.scores().get(1), 0, 0, 0);
    assertThat(oneClass.accuracy()).isEqualTo(1);
    ConfusionMatrix single = ConfusionMatrix.of(new int[] {0}, new int[] {0}, List.of("all"));
    assertThat(single.macroAverage().f1()).isEqualTo(1);
  }

  @Test
  void textIsATable() {
    assertThat(MATRIX.toString().replace(System.lineSeparator(), "\n"))
        .isEqualTo(
            """
            actual \\ predicted    cat    dog locomo
            cat                     2      1      0
            dog                     0      1      1
            locomotive              0      0      1

                                precision     recall         f1    support
            cat                    1.0000     0.6667     0.8000          3
            dog                    0.5000     0.5000     0.5000          2
            locomotive             0.5000     1.0000     0.6667          1
            macro average          0.6667     0.7222     0.6556          6
            weighted average       0.7500     0.6667     0.6778          6
            accuracy 0.6667
            """);
  }

  @Test
  void textOfScoresIsALine() {
    assertThat(MATRIX.scores().get(0))
        .hasToString("cat: precision 1.0000, recall 0.6667, f1 0.8000, support 3");
  }

  @Test
  void textOfManyClassesOmitsTheMatrix() {
    int[] numbers = IntStream.range(0, 20).toArray();
    List<String> names = IntStream.of(numbers).mapToObj(i -> "class " + i).toList();
    assertThat(ConfusionMatrix.of(numbers, numbers, names).toString())
        .doesNotContain("predicted")
        .contains("class 19");
  }

  @Test
  void plotIsShadedByTheFractionOfEachRow() throws IOException {
    Path file = folder.resolve("matrix.png");
    MATRIX.plot(file);
    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(image.getWidth()).isEqualTo(image.getHeight()).isBetween(300, 600);
    // The last row has all samples in its last cell, which is the darkest; a corner is white.
    assertThat(image.getRGB(image.getWidth() - 40, image.getHeight() - 40)).isEqualTo(0xFF0072B2);
    assertThat(image.getRGB(2, 2)).isEqualTo(0xFFFFFFFF);
  }

  @Test
  void plotIsXmlWithADescription() throws Exception {
    Path file = folder.resolve("matrix.svg");
    MATRIX.plot(file);
    Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("Confusion matrix of cat, dog, locomotive");
  }

  @Test
  void invalidClassIndicesAreRejected() {
    assertThatThrownBy(() -> ConfusionMatrix.of(new int[0], new int[0], NAMES))
        .hasMessage("actual and predicted must have the same length, at least 1, got 0 and 0");
    assertThatThrownBy(() -> ConfusionMatrix.of(new int[] {1}, new int[] {1, 2}, NAMES))
        .hasMessage("actual and predicted must have the same length, at least 1, got 1 and 2");
    assertThatThrownBy(() -> ConfusionMatrix.of(new int[] {1, 3}, new int[] {1, 2}, NAMES))
        .hasMessage(
            "class indices must be from 0 to 2, got 3 at sample 1; there are 3 class names");
    assertThatThrownBy(() -> MATRIX.plot(Path.of("matrix.gif")))
        .hasMessage("path must end in .png or .svg, got matrix.gif");
  }
}
