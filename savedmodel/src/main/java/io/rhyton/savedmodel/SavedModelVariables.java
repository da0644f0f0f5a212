package io.rhyton.savedmodel;

import io.rhyton.artifact.ArtifactException;
import io.rhyton.error.MessageText;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Weights;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The variables of a SavedModel in the order of {@code model.variables}, for files without an
 * architecture, such as those of Keras 3's {@code model.export()}. Returned by {@link
 * SavedModel#readVariables}.
 *
 * <p>Source of the order: {@code keras/src/export/saved_model.py}, Keras 3.15.
 */
public final class SavedModelVariables {
  private final Path folder;
  private final List<SavedVariable> variables;

  SavedModelVariables(Path folder, List<SavedVariable> variables) {
    this.folder = folder;
    this.variables = List.copyOf(variables);
  }

  /** Returns the float32 variables, in order. */
  public List<SavedVariable> list() {
    return variables;
  }

  /**
   * Returns the variables as the weights of a model, in order. Only the shapes can be checked, so
   * the model must be the exported one.
   *
   * @param spec the model, built in Java with the same layers in the same order
   * @throws ArtifactException if there are more or fewer variables than weights, or a shape differs
   */
  public Weights weightsOf(ModelSpec spec) {
    Objects.requireNonNull(spec, "spec");
    List<WeightSpec> weights = spec.resolve().weights();
    Weights.Builder taken = Weights.builder();
    for (int i = 0; i < Math.min(weights.size(), variables.size()); i++) {
      WeightSpec weight = weights.get(i);
      SavedVariable variable = variables.get(i);
      if (!variable.shape().equals(weight.shape())) {
        throw unfit(
            spec,
            ShapeText.of(weight.shape()) + " for weight " + MessageText.name(weight.name()),
            "variable " + i + ", " + variable);
      }
      taken.add(weight.name(), weight.shape(), variable.values());
    }
    if (weights.size() != variables.size()) {
      throw unfit(spec, weights.size() + " variables", Integer.toString(variables.size()));
    }
    return taken.build();
  }

  private ArtifactException unfit(ModelSpec spec, String expected, String received) {
    return new ArtifactException(
        SavedModelWriter.KIND,
        folder,
        expected,
        received,
        "Build model "
            + MessageText.name(spec.name())
            + " with the same layers as the exported one.");
  }
}
