package io.rhyton.keras.model;

import io.rhyton.error.MessageText;
import io.rhyton.keras.codec.KerasCodecs;
import io.rhyton.keras.codec.MetricNames;
import io.rhyton.keras.codec.OptionsReader;
import io.rhyton.keras.codec.ScaledOptimizer;
import io.rhyton.keras.json.JsonText;
import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.compile.Objective;
import io.rhyton.model.objective.Loss;
import io.rhyton.model.objective.Metric;
import io.rhyton.model.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads how a model was compiled: {@code compile_config}, or {@code training_config} in Keras 2.
 *
 * <p>Losses, loss weights and metrics may be given per output, in a list or by name. A loss given
 * once for all outputs is read as a common objective if all outputs also have the same metrics.
 */
public final class CompileReader {
  private final List<String> outputs;
  private final KerasDialect dialect;

  /**
   * Creates a reader.
   *
   * @param outputs the layers that the outputs of the model come from
   * @param dialect the generation of Keras that wrote it
   */
  public CompileReader(List<String> outputs, KerasDialect dialect) {
    this.outputs = outputs;
    this.dialect = dialect;
  }

  /**
   * Returns the compile configuration; null if there is none, or it is not supported, which is
   * reported.
   */
  public @Nullable CompileSpec read(JsonValue value) {
    if (value.isAbsent() || (value.isObject() && value.node().isEmpty())) {
      return null;
    }
    if (!value.requireObject()) {
      return null;
    }
    OptionsReader config = new OptionsReader(value);
    // These change the speed, not the result.
    config.ignore("run_eagerly", "steps_per_execution", "jit_compile", "auto_scale_loss");
    String key = config.get("optimizer").isAbsent() ? "optimizer_config" : "optimizer";
    Optimizer optimizer = ScaledOptimizer.read(config.get(key));
    JsonValue loss = config.get("loss");
    List<@Nullable Loss> losses = losses(loss);
    List<List<Metric>> metrics = metrics(config.get("metrics"));
    requireNone(config.get("weighted_metrics"));
    List<Double> weights = weights(config.get("loss_weights"));
    config.finish();
    if (optimizer == null || !value.findings().isEmpty()) {
      return null;
    }
    try {
      boolean common =
          !isMany(loss)
              && metrics.stream().distinct().count() == 1
              && weights.stream().allMatch(weight -> weight == 1);
      return common
          ? new CompileSpec(optimizer, new Objective(losses.get(0), 1, metrics.get(0)), Map.of())
          : new CompileSpec(optimizer, null, byName(value, losses, weights, metrics));
    } catch (IllegalArgumentException e) {
      value.refuse(String.valueOf(e.getMessage()));
      return null;
    }
  }

  private Map<String, Objective> byName(
      JsonValue value,
      List<@Nullable Loss> losses,
      List<Double> weights,
      List<List<Metric>> metrics) {
    Map<String, Objective> objectives = new LinkedHashMap<>();
    for (int i = 0; i < outputs.size(); i++) {
      Objective objective = new Objective(losses.get(i), weights.get(i), metrics.get(i));
      Objective other = objectives.putIfAbsent(outputs.get(i), objective);
      if (other != null && !other.equals(objective)) {
        value.refuse(
            "expected one objective for all outputs of a layer, got several for "
                + MessageText.name(outputs.get(i)));
      }
    }
    return objectives;
  }

  /** Returns whether there is one entry per output, in a list or by name. */
  private static boolean isMany(JsonValue value) {
    return value.isList() || (value.isObject() && value.get("class_name").isAbsent());
  }

  /** Returns the entry of each output; absent for outputs without one. */
  private List<JsonValue> each(JsonValue value) {
    List<JsonValue> each = new ArrayList<>();
    if (value.isList() && value.node().size() == outputs.size()) {
      each.addAll(value.elements());
    } else if (value.isList()) {
      value.refuse(
          "expected one for each of the "
              + outputs.size()
              + " outputs, got "
              + value.node().size());
    } else {
      outputs.forEach(output -> each.add(value.get(output)));
      value
          .node()
          .fieldNames()
          .forEachRemaining(
              name -> {
                if (!outputs.contains(name)) {
                  value.refuse(
                      "expected names of the outputs "
                          + outputs
                          + ", got "
                          + MessageText.name(name));
                }
              });
    }
    return each;
  }

  private List<@Nullable Loss> losses(JsonValue value) {
    if (!isMany(value)) {
      return Collections.nCopies(outputs.size(), KerasCodecs.LOSSES.read(value));
    }
    List<@Nullable Loss> losses = new ArrayList<>();
    each(value).forEach(loss -> losses.add(loss.isAbsent() ? null : KerasCodecs.LOSSES.read(loss)));
    return losses;
  }

  private List<Double> weights(JsonValue value) {
    if (value.isAbsent()) {
      return Collections.nCopies(outputs.size(), 1.0);
    }
    if (!isMany(value)) {
      return Collections.nCopies(outputs.size(), value.number(1));
    }
    return each(value).stream().map(weight -> weight.isAbsent() ? 1 : weight.number(1)).toList();
  }

  private List<List<Metric>> metrics(JsonValue value) {
    boolean forAll = outputs.size() == 1 || isForAll(value);
    if (value.isAbsent() || forAll) {
      List<Metric> metrics = new ArrayList<>();
      addMetrics(value, metrics);
      return Collections.nCopies(outputs.size(), metrics);
    }
    List<List<Metric>> metrics = new ArrayList<>();
    for (JsonValue each : each(value)) {
      List<Metric> own = new ArrayList<>();
      addMetrics(each, own);
      metrics.add(own);
    }
    return metrics;
  }

  /**
   * Returns whether the metrics apply to every output: in Keras 2 a list without nested lists does.
   */
  private boolean isForAll(JsonValue value) {
    return dialect == KerasDialect.KERAS_2
        && value.isList()
        && value.elements().stream().noneMatch(each -> isMany(each) || each.isAbsent());
  }

  private static void addMetrics(JsonValue value, List<Metric> metrics) {
    if (value.isAbsent()) {
      return;
    }
    if (isMany(value)) {
      value.members().forEach(member -> addMetrics(member, metrics));
      return;
    }
    Metric metric = MetricNames.read(value);
    if (metric != null) {
      metrics.add(metric);
    }
  }

  private static void requireNone(JsonValue value) {
    if (!value.isAbsent() && !value.node().isEmpty()) {
      value.refuse("expected none, got " + JsonText.value(value.node()));
    }
  }
}
