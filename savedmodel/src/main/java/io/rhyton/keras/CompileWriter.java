package io.rhyton.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rhyton.model.training.CompileSpec;
import io.rhyton.model.training.Loss;
import io.rhyton.model.training.Objective;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes how a model is compiled so that every Keras since 3.3 reads it. */
final class CompileWriter {
  private CompileWriter() {}

  /**
   * The {@code compile_config} of a model.
   *
   * @param outputs how many outputs the model has
   */
  static ObjectNode write(CompileSpec compile, int outputs) {
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

  /** Keras gives a loss to every output, but metrics only where each has a list of its own. */
  private static void writeCommon(ObjectNode config, Objective objective, int outputs) {
    config.set("loss", loss(objective));
    if (objective.lossWeight() == 1) {
      config.putNull("loss_weights");
    } else {
      config.put("loss_weights", objective.lossWeight());
    }
    if (objective.metrics().isEmpty()) {
      config.putNull("metrics");
    } else if (outputs == 1) {
      config.set("metrics", metrics(objective));
    } else {
      ArrayNode lists = config.putArray("metrics");
      for (int i = 0; i < outputs; i++) {
        lists.add(metrics(objective));
      }
    }
  }

  /** In lists of one, because the output of a sequential model has no name. */
  private static void writeOnly(ObjectNode config, Objective objective) {
    config.putArray("loss").add(loss(objective));
    config.putArray("loss_weights").add(objective.lossWeight());
    config.putArray("metrics").add(metrics(objective));
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

  private static ArrayNode metrics(Objective objective) {
    ArrayNode metrics = ConfigJson.object().arrayNode();
    objective.metrics().forEach(metric -> metrics.add(KerasCodecs.METRICS.writeShort(metric)));
    return metrics;
  }
}
