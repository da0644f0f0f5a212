package io.rhyton.report;

import io.rhyton.data.Dataset;
import io.rhyton.data.Source;
import io.rhyton.error.Arguments;
import io.rhyton.error.MessageText;
import io.rhyton.file.WholeFile;
import io.rhyton.history.History;
import io.rhyton.history.Scores;
import io.rhyton.model.compile.Objective;
import io.rhyton.model.objective.Metric;
import io.rhyton.training.Model;
import io.rhyton.training.fit.EpochOptions;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.fit.SampleOptions;
import io.rhyton.training.fit.Validation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A report on a training run as a self-contained HTML file: scores, learning curves, confusion
 * matrix, worst mistakes, samples, settings, model summary and versions. It supports light and dark
 * mode.
 *
 * <pre>{@code
 * RunReport.of(model, model.fit(train, Fit.epochs(5)))
 *     .setting("data", train.toString())
 *     .scores("test", model.evaluate(test))
 *     .classification(Classification.of(model, test, Cifar10.CLASSES), test)
 *     .write(Path.of("report.html"));
 * }</pre>
 *
 * @param title the title
 * @param history the history of the training
 * @param summary the summary of the model's layers
 * @param settings the settings, by name
 * @param scores the final scores, by the name of the data
 * @param classification the predictions for test data; null for none
 * @param samples the test data; null for none
 * @param when the creation time of the report
 */
public record RunReport(
    String title,
    History history,
    String summary,
    Map<String, String> settings,
    Map<String, Scores> scores,
    @Nullable Classification classification,
    @Nullable Dataset samples,
    Instant when) {

  public RunReport {
    Arguments.requireNoNulls("settings", settings);
    Arguments.requireNoNulls("scores", scores);
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(history, "history");
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(when, "when");
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
  }

  /** A report with the model, its optimizer, losses, metrics and seed, and its training history. */
  public static RunReport of(Model model, History history) {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(history, "history");
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("optimizer", model.compileSpec().optimizer().toString());
    Objective common = model.compileSpec().common();
    if (common != null) {
      addObjective(settings, "", common);
    }
    model
        .compileSpec()
        .outputs()
        .forEach((name, objective) -> addObjective(settings, " of " + name, objective));
    settings.put("seed", Long.toString(model.seed()));
    return new RunReport(
        model.spec().name(),
        history,
        model.spec().summary(),
        settings,
        Map.of(),
        null,
        null,
        Instant.now());
  }

  private static void addObjective(Map<String, String> settings, String of, Objective objective) {
    String weight = objective.lossWeight() == 1 ? "" : " times " + objective.lossWeight();
    settings.put("loss" + of, objective.loss() == null ? "none" : objective.loss() + weight);
    if (!objective.metrics().isEmpty()) {
      settings.put(
          "metrics" + of,
          objective.metrics().stream().map(Metric::name).collect(Collectors.joining(", ")));
    }
  }

  /** Sets the title; the model's name by default. */
  public RunReport title(String title) {
    Objects.requireNonNull(title, "title");
    return new RunReport(title, history, summary, settings, scores, classification, samples, when);
  }

  /** Adds the arguments of {@code fit} to the settings. */
  public RunReport fit(Fit fit) {
    Objects.requireNonNull(fit, "fit");
    EpochOptions epochOptions = fit.epochOptions();
    SampleOptions sampleOptions = fit.sampleOptions();
    Map<String, String> more = new LinkedHashMap<>(settings);
    more.put("epochs", Integer.toString(epochOptions.epochs()));
    more.put("batch size", Integer.toString(epochOptions.batchSize()));
    if (epochOptions.stepsPerEpoch() != null) {
      more.put("steps per epoch", epochOptions.stepsPerEpoch().toString());
    }
    more.put("validation", text(fit.validation()));
    if (sampleOptions.augmentation() != null) {
      more.put("augmentation", sampleOptions.augmentation().toString());
    }
    more.put("shuffled", sampleOptions.shuffle() ? "yes" : "no");
    if (!sampleOptions.classWeight().isEmpty()) {
      more.put("class weights", new TreeMap<>(sampleOptions.classWeight()).toString());
    }
    if (!fit.callbacks().isEmpty()) {
      more.put(
          "callbacks",
          fit.callbacks().stream()
              .map(callback -> callback.getClass().getSimpleName())
              .collect(Collectors.joining(", ")));
    }
    return settings(more);
  }

  private static String text(Validation validation) {
    Source data = validation.data();
    String what;
    if (data != null) {
      what = data instanceof Dataset ? data.toString() : "batches of a source";
    } else if (validation.split() > 0) {
      what = Numbers.percent(validation.split()) + " of the data";
    } else {
      return "none";
    }
    return what + (validation.freq() == 1 ? "" : ", every " + validation.freq() + " epochs");
  }

  /** Adds a setting, or replaces it. */
  public RunReport setting(String name, String value) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    Map<String, String> more = new LinkedHashMap<>(settings);
    more.put(name, value);
    return settings(more);
  }

  private RunReport settings(Map<String, String> settings) {
    return new RunReport(title, history, summary, settings, scores, classification, samples, when);
  }

  /** Adds the scores on a data set. */
  public RunReport scores(String data, Scores measured) {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(measured, "measured");
    Map<String, Scores> more = new LinkedHashMap<>(scores);
    more.put(data, measured);
    return new RunReport(title, history, summary, settings, more, classification, samples, when);
  }

  /**
   * Adds the confusion matrix, the scores of each class, and, if the samples are images, the worst
   * mistakes and the first samples.
   *
   * @param classification the predictions for the samples
   * @param samples the classified samples
   * @throws IllegalArgumentException if the number of samples does not match
   */
  public RunReport classification(Classification classification, Dataset samples) {
    Objects.requireNonNull(classification, "classification");
    Objects.requireNonNull(samples, "samples");
    if (classification.size() != samples.size()) {
      throw new IllegalArgumentException(
          "samples must be the %d classified ones, got %d"
              .formatted(classification.size(), samples.size()));
    }
    return new RunReport(title, history, summary, settings, scores, classification, samples, when);
  }

  /**
   * Writes the file atomically; missing directories are created.
   *
   * @throws IOException if it cannot be written; the message names it
   */
  public void write(Path path) throws IOException {
    Objects.requireNonNull(path, "path");
    WholeFile.write(path, html().getBytes(StandardCharsets.UTF_8));
  }

  /** The HTML page. */
  public String html() {
    return new ReportSections(this).page();
  }

  /** The title, the time and the scores. */
  @Override
  public String toString() {
    return "Report "
        + MessageText.name(title)
        + " of "
        + when
        + scores.entrySet().stream()
            .map(each -> "\n" + each.getKey() + ": " + each.getValue())
            .collect(Collectors.joining());
  }
}
