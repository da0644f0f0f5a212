package io.rhyton.report;

import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.rhyton.data.BatchSource;
import io.rhyton.data.Dataset;
import io.rhyton.execution.Execution;
import io.rhyton.history.History;
import io.rhyton.history.Scores;
import io.rhyton.model.Sequential;
import io.rhyton.model.augmentation.ImageDataGenerator;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.objective.Accuracy;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.training.Model;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.progress.Progress;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class RunReportTest {
  private static final List<String> NAMES = List.of("<b>red</b>", "\"green\" & co", "blue\u0000");
  private static final Fit FIT =
      Fit.epochs(3).batchSize(2).validationSplit(0.5).progress(Progress.NONE);

  private static RunReport report;
  private static Document page;

  @TempDir private Path folder;

  @BeforeAll
  static void train() throws Exception {
    Dataset data = Classifiers.PIXELS;
    try (Model model =
        Model.compile(
            Sequential.image(1, 1, 3)
                .add(Flatten.of())
                .add(Dense.of(3).activation(SOFTMAX))
                .build("colors"),
            CompileSpec.of(SGD.of(0.1), SparseCategoricalCrossentropy.of(), Accuracy.of()),
            Execution.defaults().seed(3))) {
      report =
          RunReport.of(model, model.fit(data, FIT))
              .title("<script>alert('x')</script>")
              .fit(FIT)
              .setting("data", "a < b && \"c\"")
              .scores("test", model.evaluate(data))
              .classification(Classification.of(model, data, NAMES), data);
      page = parse(report.html());
    }
  }

  private static Document parse(String html) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> elements(String tag) {
    NodeList nodes = page.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static List<String> texts(String tag) {
    return elements(tag).stream().map(Element::getTextContent).toList();
  }

  @Test
  void allSectionsArePresent() {
    assertThat(texts("h2"))
        .containsExactly(
            "Learning curves",
            "Confusion matrix",
            "Classes",
            "Worst mistakes",
            "Samples",
            "Settings",
            "Epochs",
            "Model",
            "Versions");
    assertThat(texts("pre")).singleElement().asString().contains("Model: \"colors\"");
    assertThat(texts("th"))
        .contains("optimizer", "loss", "seed", "batch size", "TensorFlow", "macro average");
    assertThat(elements("svg")).hasSize(2);
  }

  @Test
  void settingsContainTheArgumentsOfFit() {
    assertThat(report.settings())
        .contains(entry("epochs", "3"), entry("validation", "50.0 % of the data"));
    Fit fit =
        Fit.epochs(1)
            .stepsPerEpoch(7)
            .validationData(BatchSource.ofPasses(pass -> Stream.of(Classifiers.PIXELS)))
            .validationFreq(2)
            .augmentation(ImageDataGenerator.of().rotationRange(5))
            .classWeight(Map.of(2, 0.5, 0, 3.0));
    assertThat(report.fit(fit).settings())
        .contains(
            entry("steps per epoch", "7"),
            entry("validation", "batches of a source, every 2 epochs"),
            entry("augmentation", "ImageDataGenerator[rotationRange=5.0]"),
            entry("class weights", "{0=3.0, 2=0.5}"));
  }

  @Test
  void textHasTheScores() {
    assertThat(report)
        .hasToString(
            "Report '%s' of %s\ntest: %s"
                .formatted(report.title(), report.when(), report.scores().get("test")));
  }

  @Test
  void untrustedTextIsEscaped() {
    assertThat(texts("h1")).containsExactly("<script>alert('x')</script>");
    assertThat(elements("script")).isEmpty();
    assertThat(texts("td")).contains("a < b && \"c\"");
    assertThat(texts("th")).contains("<b>red</b>", "\"green\" & co", "blue\ufffd");
  }

  @Test
  void noExternalResourcesAreLoaded() {
    assertThat(report.html()).doesNotContain("http:", "https:", "@import", "url(", "<link");
    assertThat(elements("img"))
        .isNotEmpty()
        .allSatisfy(
            image -> assertThat(image.getAttribute("src")).startsWith("data:image/png;base64,"));
  }

  @Test
  void imagesMatchTheData() throws IOException {
    List<Element> images = elements("img");
    String source = images.get(images.size() - 2).getAttribute("src");
    byte[] png = Base64.getDecoder().decode(source.substring(source.indexOf(',') + 1));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getRGB(0, 0)).isEqualTo(0xFF0000FF);
  }

  @Test
  void theFileIsWritten() throws IOException {
    Path file = folder.resolve("new/report.html");
    report.write(file);
    assertThat(Files.readString(file)).isEqualTo(report.html()).startsWith("<!DOCTYPE html>\n");
  }

  @Test
  void aReportNeedsNoSamplesAndNoEpochs() throws Exception {
    RunReport bare =
        new RunReport(
            "bare",
            report.history(),
            "",
            Map.of(),
            Map.of("test", new Scores(Map.of("loss", Double.NaN))),
            null,
            null,
            report.when());
    assertThat(parse(bare.html()).getElementsByTagName("img").getLength()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-40, 1e-12, 1e12, 1e38, 1e300})
  @Timeout(60)
  void curvesOfAnyValuesArePlotted(double value) throws Exception {
    Path file = folder.resolve("history.csv");
    String text = "epoch,seconds,loss,val_loss\n1,1,%s,%s\n2,1,%s,NaN\n";
    Files.writeString(file, text.formatted(value, value + Math.ulp(value), value));
    Html html = new Html();
    new CurveDrawing(html, History.read(file), "loss").draw();
    assertThat(parse(html.toString()).getElementsByTagName("path").getLength()).isEqualTo(2);
  }

  @Test
  void samplesMustMatchTheClassification() {
    Classification found = Objects.requireNonNull(report.classification());
    assertThatThrownBy(() -> report.classification(found, Classifiers.PIXELS.take(2)))
        .hasMessage("samples must be the 4 classified ones, got 2");
  }
}
