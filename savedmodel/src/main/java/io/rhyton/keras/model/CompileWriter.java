package io.rhyton.keras.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rhyton.keras.codec.KerasCodecs;
import io.rhyton.keras.codec.MetricNames;
import io.rhyton.keras.json.ConfigJson;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.compile.Objective;
import io.rhyton.model.objective.Loss;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the compile configuration of a model in a form that Keras 3.3 and newer read. */
public final class CompileWriter {
  private CompileWriter() {}

  /**
   * Returns the {@code compile_config} of a model.
   *
   * @param outputs the number of outputs of the model
   */
  public static ObjectNode write(CompileSpec compile, int outputs) {
    ObjectNode config = ConfigJson.object();
    config.set("optimizer", KerasCodecs.OPTIMIZERS.write(compile.optimizer()));
    @Nullable Objective common = compile.common();
    if (common != null) {
      writeCommon(config, common, outputs);
    } else if (outputs == 1) {
      compile.outputs().values().forEach(objective -> writeOnly(config, objective));
    } else {
      writeByName(config, compile.outputs());
    }
    return config
        .putNull("weighted_metrics")
        .put("run_eagerly", false)
        .put("steps_per_execution", 1)
        .put("jit_compile", false);
  }

  /**
   * Writes the metrics once per output: unlike a loss, Keras does not apply a single list to every
   * output.
   */
  private static void writeCommon(ObjectNode config, Objective objective, int outputs) {
    config.set("loss", loss(objective));
    config.putNull("loss_weights");
    if (outputs == 1 || objective.metrics().isEmpty()) {
      config.set("metrics", metricsOrNull(objective));
    } else {
      ArrayNode lists = config.putArray("metrics");
      for (int i = 0; i < outputs; i++) {
        lists.add(metrics(objective));
      }
    }
  }

  /**
   * Writes the objective without an output name, as the output of a sequential model has none in
   * Keras.
   */
  private static void writeOnly(ObjectNode config, Objective objective) {
    if (objective.lossWeight() == 1) {
      config.putArray("loss").add(loss(objective));
      config.putNull("loss_weights");
    } else {
      config.set("loss", loss(objective));
      config.put("loss_weights", objective.lossWeight());
    }
    config.set("metrics", metricsOrNull(objective));
  }

  private static void writeByName(ObjectNode config, Map<String, Objective> outputs) {
    ObjectNode losses = config.putObject("loss");
    outputs.forEach((name, objective) -> losses.set(name, loss(objective)));
    if (outputs.values().stream().allMatch(objective -> objective.lossWeight() == 1)) {
      config.putNull("loss_weights");
    } else {
      ObjectNode weights = config.putObject("loss_weights");
      outputs.forEach((name, objective) -> weights.put(name, objective.lossWeight()));
    }
    ObjectNode metrics = ConfigJson.object();
    outputs.forEach(
        (name, objective) -> {
          if (!objective.metrics().isEmpty()) {
            metrics.set(name, metrics(objective));
          }
        });
    config.set("metrics", metrics.isEmpty() ? NullNode.getInstance() : metrics);
  }

  private static JsonNode loss(Objective objective) {
    @Nullable Loss loss = objective.loss();
    return loss == null ? NullNode.getInstance() : KerasCodecs.LOSSES.writeShort(loss);
  }

  private static JsonNode metricsOrNull(Objective objective) {
    return objective.metrics().isEmpty() ? NullNode.getInstance() : metrics(objective);
  }

  private static ArrayNode metrics(Objective objective) {
    ArrayNode metrics = ConfigJson.object().arrayNode();
    objective.metrics().forEach(metric -> metrics.add(MetricNames.write(metric)));
    return metrics;
  }
}
