package io.rhyton.report;

import io.rhyton.data.Dataset;
import io.rhyton.history.EpochLog;
import io.rhyton.history.History;
import io.rhyton.history.Scores;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tensorflow.TensorFlow;

/** The sections of a {@link RunReport}. */
final class ReportSections {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String POLICY =
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'";
  private static final int MISTAKES = 24;
  private static final int SAMPLES = 24;

  private final RunReport report;
  private final Html html = new Html();

  ReportSections(RunReport report) {
    this.report = report;
  }

  String page() {
    html.open("html", "lang", "en").open("head").empty("meta", "charset", "utf-8");
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "color-scheme", "content", "light dark");
    html.element("title", report.title()).style(resource("report.css")).close();
    html.open("body").open("main");
    header();
    curves();
    Classification classification = report.classification();
    if (classification != null) {
      matrix(classification.matrix());
      classes(classification.matrix());
      images(classification, Objects.requireNonNull(report.samples()));
    }
    table("Settings", report.settings());
    fold("Epochs", this::epochs);
    fold("Model", () -> html.element("pre", report.summary()));
    table("Versions", versions());
    return "<!DOCTYPE html>\n" + html.close().close().close();
  }

  private void header() {
    html.open("header").element("h1", report.title());
    html.element("p", "Trained with Rhyton, " + DATE.format(report.when()));
    html.open("div", "class", "cards");
    report.scores().forEach(this::scoreCards);
    History history = report.history();
    if (!history.epochs().isEmpty()) {
      if (history.metrics().contains("val_accuracy")) {
        EpochLog best = history.best("val_accuracy");
        double accuracy = best.scores().get("val_accuracy");
        card(Numbers.percent(accuracy), "best validation accuracy, epoch " + best.epoch());
      }
      Duration all =
          history.epochs().stream().map(EpochLog::duration).reduce(Duration.ZERO, Duration::plus);
      int epochs = history.epochs().size();
      card(Integer.toString(epochs), epochs == 1 ? "epoch" : "epochs");
      card(Numbers.time(all), Numbers.time(all.dividedBy(epochs)) + " per epoch");
    }
    html.close();
    history.stopReason().ifPresent(why -> html.element("p", "Stopped early: " + why));
    html.close();
  }

  private void scoreCards(String data, Scores scores) {
    scores
        .values()
        .forEach(
            (name, value) ->
                card(
                    name.endsWith("accuracy") ? Numbers.percent(value) : Numbers.score(value),
                    data + " " + name));
  }

  private void card(String value, String label) {
    html.open("div", "class", "card").element("b", value).element("span", label).close();
  }

  private void curves() {
    if (report.history().epochs().isEmpty()) {
      return;
    }
    html.open("section").element("h2", "Learning curves").open("div", "class", "curves");
    for (String metric : CurveDrawing.metrics(report.history())) {
      new CurveDrawing(html, report.history(), metric).draw();
    }
    html.close().close();
  }

  private void matrix(ConfusionMatrix matrix) {
    List<String> names = matrix.classNames();
    html.open("section").element("h2", "Confusion matrix");
    html.element(
        "p",
        "Rows are actual classes, columns are predicted classes: "
            + Numbers.count(matrix.size())
            + " samples, "
            + Numbers.percent(matrix.accuracy())
            + " accuracy.");
    html.open("div", "class", "scroll").open("table", "class", "matrix").open("tr");
    html.element("th", "actual");
    names.forEach(name -> html.open("th").element("span", name).close());
    html.close();
    for (int row = 0; row < names.size(); row++) {
      html.open("tr").element("th", names.get(row));
      for (int column = 0; column < names.size(); column++) {
        cell(matrix, row, column);
      }
      html.close();
    }
    html.close().close().close();
  }

  private void cell(ConfusionMatrix matrix, int row, int column) {
    long count = matrix.count(row, column);
    double share = matrix.support(row) == 0 ? 0 : (double) count / matrix.support(row);
    String title =
        matrix.classNames().get(row) + " predicted as " + matrix.classNames().get(column);
    html.element(
        "td",
        count == 0 ? "" : Numbers.count(count),
        "class",
        share > 0.4 ? "deep" : "pale",
        "style",
        // The square root makes small fractions visible.
        String.format(Locale.ROOT, "--share:%.1f%%", 100 * Math.sqrt(share)),
        "title",
        title + ": " + Numbers.percent(share));
  }

  private void classes(ConfusionMatrix matrix) {
    html.open("section").element("h2", "Classes").open("div", "class", "scroll");
    html.open("table", "class", "numbers even").open("tr");
    List.of("class", "precision", "recall", "F1", "samples")
        .forEach(head -> html.element("th", head));
    html.close();
    matrix.scores().forEach(score -> classRow(score, ""));
    classRow(matrix.macroAverage(), "average");
    classRow(matrix.weightedAverage(), "average");
    html.close().close().close();
  }

  private void classRow(ClassScores score, String kind) {
    html.open("tr", "class", kind).element("th", score.name());
    for (double value : new double[] {score.precision(), score.recall(), score.f1()}) {
      html.element(
          "td",
          String.format(Locale.ROOT, "%.3f", value),
          "class",
          "bar",
          "style",
          String.format(Locale.ROOT, "--part:%.1f", 100 * value));
    }
    html.element("td", Numbers.count(score.support())).close();
  }

  private void images(Classification classification, Dataset data) {
    if (!SampleImages.areImages(data)) {
      return;
    }
    List<Misclassification> mistakes = classification.misclassifications(MISTAKES);
    gallery(
        "Worst mistakes",
        "Misclassified images with the highest predicted probabilities: the predicted and the"
            + " actual class.",
        data,
        mistakes);
    List<Misclassification> first =
        IntStream.range(0, Math.min(SAMPLES, data.size()))
            .mapToObj(classification::sample)
            .toList();
    gallery("Samples", "The first images and their predicted classes.", data, first);
  }

  private void gallery(String title, String text, Dataset data, List<Misclassification> shown) {
    if (shown.isEmpty()) {
      return;
    }
    SampleImages images =
        SampleImages.of(data, shown.stream().map(Misclassification::sample).toList());
    html.open("section").element("h2", title).element("p", text).open("div", "class", "gallery");
    for (Misclassification sample : shown) {
      String source =
          "data:image/png;base64,"
              + Base64.getEncoder().encodeToString(images.png(sample.sample()));
      html.open("figure").empty("img", "src", source, "alt", sample.actual());
      html.open("figcaption");
      html.element(
          "b",
          // A no-break space before the percent sign.
          sample.predicted() + " " + Math.round(100 * sample.probability()) + "\u00a0%",
          "class",
          sample.isRight() ? "right" : "wrong");
      if (!sample.isRight()) {
        html.element("span", "is " + sample.actual());
      }
      html.close().close();
    }
    html.close().close();
  }

  private void table(String title, Map<String, String> rows) {
    html.open("section").element("h2", title).open("div", "class", "scroll");
    html.open("table", "class", "settings");
    rows.forEach((name, value) -> html.open("tr").element("th", name).element("td", value).close());
    html.close().close().close();
  }

  private void fold(String title, Runnable content) {
    html.open("section").open("details").open("summary").element("h2", title).close();
    html.open("div", "class", "scroll");
    content.run();
    html.close().close().close();
  }

  private void epochs() {
    List<String> metrics = report.history().metrics();
    html.open("table", "class", "numbers").open("tr").element("th", "epoch");
    metrics.forEach(metric -> html.element("th", metric));
    html.element("th", "time").close();
    for (EpochLog log : report.history().epochs()) {
      html.open("tr").element("th", Integer.toString(log.epoch()));
      for (String metric : metrics) {
        Double value = log.scores().values().get(metric);
        html.element("td", value == null ? "" : Numbers.score(value));
      }
      html.element("td", Numbers.time(log.duration())).close();
    }
    html.close();
  }

  private static Map<String, String> versions() {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("Rhyton", ownVersion());
    versions.put("TensorFlow", TensorFlow.version());
    versions.put("Java", Runtime.version().toString());
    versions.put(
        "system",
        System.getProperty("os.name")
            + " on "
            + System.getProperty("os.arch")
            + ", "
            + Runtime.getRuntime().availableProcessors()
            + " processors");
    return versions;
  }

  private static String ownVersion() {
    Properties properties = new Properties();
    // Maven adds this file to the jar.
    String name = "/META-INF/maven/io.rhyton/rhyton-graph-builder/pom.properties";
    try (@Nullable InputStream file = ReportSections.class.getResourceAsStream(name)) {
      if (file != null) {
        properties.load(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "(not packaged)");
  }

  private static String resource(String name) {
    try (InputStream file =
        Objects.requireNonNull(ReportSections.class.getResourceAsStream(name))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
