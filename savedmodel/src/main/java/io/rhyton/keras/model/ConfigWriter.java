package io.rhyton.keras.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rhyton.keras.json.ConfigJson;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.compile.CompileSpec;
import org.jspecify.annotations.Nullable;

/** Writes {@code config.json} in a form that Keras 3.3 and newer read. */
public final class ConfigWriter {
  private ConfigWriter() {}

  /** Returns the text in UTF-8. */
  public static byte[] write(ModelSpec model, @Nullable CompileSpec compile) {
    ObjectNode root = new ModelWriter(model, false).write();
    if (compile != null) {
      root.set("compile_config", CompileWriter.write(compile, model.outputs().size()));
    }
    return ConfigJson.bytes(root);
  }
}
