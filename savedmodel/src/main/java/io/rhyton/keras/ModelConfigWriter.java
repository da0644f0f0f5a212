package io.rhyton.keras;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.training.CompileSpec;
import io.rhyton.model.training.Metric;
import org.jspecify.annotations.Nullable;

/** Writes {@code config.json} so that every Keras since 3.3 reads it. */
final class ModelConfigWriter {
  private ModelConfigWriter() {}

  /** The text in UTF-8. */
  static byte[] write(ModelSpec model, @Nullable CompileSpec compile) {
    ObjectNode root = new ModelWriter(model, false).write();
    if (compile != null) {
      root.set("compile_config", compile(compile));
    }
    return ConfigJson.bytes(root);
  }

  private static ObjectNode compile(CompileSpec compile) {
    ObjectNode config = ConfigJson.object();
    config.set("optimizer", KerasCodecs.OPTIMIZERS.write(compile.optimizer()));
    config.set("loss", KerasCodecs.LOSSES.writeShort(compile.loss()));
    config.putNull("loss_weights");
    if (compile.metrics().isEmpty()) {
      config.putNull("metrics");
    }
    for (Metric metric : compile.metrics()) {
      config.withArray("metrics").add(KerasCodecs.METRICS.writeShort(metric));
    }
    return config
        .putNull("weighted_metrics")
        .put("run_eagerly", false)
        .put("steps_per_execution", 1)
        .put("jit_compile", false);
  }
}
