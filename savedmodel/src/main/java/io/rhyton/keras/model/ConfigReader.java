package io.rhyton.keras.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.error.MessageText;
import io.rhyton.keras.codec.KerasObject;
import io.rhyton.keras.json.ConfigJson;
import io.rhyton.keras.json.ConfigSource;
import io.rhyton.keras.json.Findings;
import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.LayerOutput;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ModelType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * Reads the configuration of a model: {@code config.json} of a {@code .keras} file, {@code
 * model_config} and {@code training_config} of an {@code .h5} file, or the metadata of a SavedModel
 * of Keras 2.
 */
public final class ConfigReader {
  private static final String FIX = "Replace these parts in Python, and save the model again.";

  private final ConfigSource source;
  private final String name;

  private ConfigReader(ConfigSource source, String name) {
    this.source = source;
    this.name = name;
  }

  /**
   * Reads a configuration that may include the compile configuration.
   *
   * @param source the file
   * @param name the name of the text in the file
   * @param text JSON in UTF-8
   * @throws io.rhyton.artifact.ArtifactException if it is not the configuration of a model, or the
   *     model is not supported; all unsupported parts are listed
   */
  public static ParsedConfig read(ConfigSource source, String name, byte[] text) {
    JsonNode root = ConfigJson.parse(source, name, text);
    JsonNode compile = root.path("compile_config");
    String key = compile.isMissingNode() ? "training_config" : "compile_config";
    return new ConfigReader(source, name).read(root, root.path(key), key);
  }

  /**
   * Reads a configuration whose compile configuration is a separate text.
   *
   * @param source the file
   * @param name the name of the text in the file
   * @param text JSON in UTF-8
   * @param trainingName the name of that text
   * @param trainingText JSON in UTF-8
   * @throws io.rhyton.artifact.ArtifactException if it is not the configuration of a model, or the
   *     model is not supported; all unsupported parts are listed
   */
  public static ParsedConfig read(
      ConfigSource source, String name, byte[] text, String trainingName, byte[] trainingText) {
    JsonNode root = ConfigJson.parse(source, name, text);
    JsonNode training = ConfigJson.parse(source, trainingName, trainingText);
    return new ConfigReader(source, name).read(root, training, trainingName);
  }

  private ParsedConfig read(JsonNode root, JsonNode compile, String compilePath) {
    Findings findings = new Findings();
    ConfigFacts facts = new ConfigFacts();
    ModelSpec model = readModel(JsonValue.root(root, "", findings), facts, source.inputShapes());
    Findings compileFindings = new Findings();
    JsonValue compileValue = JsonValue.root(compile, compilePath, compileFindings);
    if (model == null) {
      new CompileReader(outputLayers(root), facts.dialect()).read(compileValue);
      throw source.mismatch(
          name + " to describe a model that Rhyton supports",
          findings.text() + forTraining(compileFindings),
          FIX);
    }
    CompileReader reader =
        new CompileReader(
            model.outputs().stream().map(LayerOutput::layer).toList(), facts.dialect());
    return new ParsedConfig(
        model,
        reader.read(compileValue),
        compileFindings.reasons(),
        facts.dialect(),
        facts.policies());
  }

  private static String forTraining(Findings findings) {
    return findings.isEmpty()
        ? ""
        : "\n  and " + findings.text(" of the compile configuration, which only training needs");
  }

  /** Returns the layers that the outputs of an unsupported model come from. */
  private static List<String> outputLayers(JsonNode root) {
    JsonValue config = JsonValue.root(root, "", new Findings()).get("config");
    JsonValue layers = config.isList() ? config : config.get("layers");
    JsonValue outputs = config.get("output_layers");
    if (outputs.isAbsent()) {
      JsonNode last = layers.node().path(layers.node().size() - 1);
      return List.of(last.path("config").path("name").asText());
    }
    return TensorReference.in(outputs).stream()
        .map(reference -> reference.node().path(0).asText())
        .toList();
  }

  private static @Nullable ModelSpec readModel(
      JsonValue root, ConfigFacts facts, List<Shape> inputShapes) {
    if (!root.requireObject()) {
      return null;
    }
    JsonValue named = root.get("config").get("name");
    KerasObject object = KerasObject.of(root);
    // The first versions of Keras 2 wrote the name of functional models only.
    String name = named.isAbsent() ? "sequential" : named.text("model");
    if (!object.isModel()) {
      if (!object.name().isEmpty()) {
        root.refuse(
            "expected a Sequential or Functional model, got one of class "
                + MessageText.name(object.name()));
      }
      return null;
    }
    if (!ModelReader.isName(name)) {
      named.refuse(ModelReader.NAME_RULE + ", got " + MessageText.name(name));
    }
    ModelSpec model = new ModelReader(facts).read(root, name, object, inputShapes);
    facts.refuseOthers();
    boolean frozen = isFrozen(object.config().get("trainable"), model, facts);
    if (!root.findings().isEmpty() || model == null) {
      return null;
    }
    return frozen ? Freezing.freeze(model) : model;
  }

  /**
   * Returns whether the trainable flag of the model itself freezes it on load. Only that of a
   * functional model of Keras 3 does; otherwise the flags of its layers decide. Source: {@code
   * keras/src/models/functional.py} and {@code sequential.py}, Keras 3.15.
   */
  private static boolean isFrozen(
      JsonValue trainable, @Nullable ModelSpec model, ConfigFacts facts) {
    return !trainable.isAbsent()
        && !trainable.flag(true)
        && model != null
        && model.type() == ModelType.FUNCTIONAL
        && facts.dialect() == KerasDialect.KERAS_3;
  }
}
