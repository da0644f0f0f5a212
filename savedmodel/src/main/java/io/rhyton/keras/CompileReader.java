package io.rhyton.keras;

import io.rhyton.model.training.CompileSpec;
import io.rhyton.model.training.Loss;
import io.rhyton.model.training.Metric;
import io.rhyton.model.training.Optimizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads how a model was compiled: {@code compile_config}, or {@code training_config} in Keras 2.
 */
final class CompileReader {
  private final int outputs;

  /**
   * Makes a reader.
   *
   * @param outputs how many outputs the model has
   */
  CompileReader(int outputs) {
    this.outputs = outputs;
  }

  /** How it was compiled; null if it was not, or, with a report, not in a way that Rhyton has. */
  @Nullable CompileSpec read(JsonValue value) {
    if (value.isAbsent() || (value.isObject() && value.node().isEmpty())) {
      return null;
    }
    if (!value.requireObject()) {
      return null;
    }
    if (outputs > 1) {
      value.refuse("Rhyton trains a model with one output, got " + outputs);
      return null;
    }
    ConfigReader config = new ConfigReader(value);
    // How fast it runs, not what it computes.
    config.ignore("run_eagerly", "steps_per_execution", "jit_compile", "auto_scale_loss");
    String key = config.get("optimizer").isAbsent() ? "optimizer_config" : "optimizer";
    Optimizer optimizer = KerasCodecs.OPTIMIZERS.read(config.get(key));
    Loss loss = KerasCodecs.LOSSES.read(only(config.get("loss")));
    List<Metric> metrics = new ArrayList<>();
    addMetrics(config.get("metrics"), metrics);
    requireNone(config.get("weighted_metrics"));
    requireNone(config.get("loss_weights"));
    config.finish();
    if (optimizer == null || loss == null || !value.findings().isEmpty()) {
      return null;
    }
    try {
      return new CompileSpec(optimizer, loss, metrics);
    } catch (IllegalArgumentException e) {
      value.refuse(String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** The one element of a list or of an object, as one for each output may be given. */
  private static JsonValue only(JsonValue value) {
    boolean many = value.isList() || (value.isObject() && value.get("class_name").isAbsent());
    return many && value.node().size() == 1 ? value.members().get(0) : value;
  }

  /** The metrics may be listed for each output. */
  private static void addMetrics(JsonValue value, List<Metric> metrics) {
    if (value.isAbsent()) {
      return;
    }
    if (value.isList() || (value.isObject() && value.get("class_name").isAbsent())) {
      value.members().forEach(member -> addMetrics(member, metrics));
      return;
    }
    Metric metric = KerasCodecs.METRICS.read(value);
    if (metric != null) {
      metrics.add(metric);
    }
  }

  private static void requireNone(JsonValue value) {
    if (!value.isAbsent() && !value.node().isEmpty()) {
      value.refuse("Rhyton has none, got " + Shown.value(value.node()));
    }
  }
}
