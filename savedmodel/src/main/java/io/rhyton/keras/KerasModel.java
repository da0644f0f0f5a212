package io.rhyton.keras;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.artifact.ArtifactException;
import io.rhyton.execution.Execution;
import io.rhyton.inference.Predictor;
import io.rhyton.keras.model.ModelConfig;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file of Keras holds: a model, and as far as the file goes how it learns, its weights, and
 * where its optimizer is. A plain value; {@link #compile()} makes a model of it that trains on.
 */
public final class KerasModel {
  private final Path path;
  private final ModelSpec spec;
  private final @Nullable CompileSpec compileSpec;
  private final List<String> notCompiled;
  private final @Nullable Weights weights;
  private final @Nullable OptimizerState optimizerState;
  private final String kerasVersion;

  @SuppressWarnings("exports") // For Rhyton's own modules.
  public KerasModel(
      Path path,
      ModelConfig config,
      @Nullable Weights weights,
      @Nullable OptimizerState optimizerState,
      String kerasVersion) {
    this.path = path;
    this.spec = config.model();
    this.compileSpec = config.compile();
    this.notCompiled = config.notCompiled();
    this.weights = weights;
    this.optimizerState = optimizerState;
    this.kerasVersion = kerasVersion;
  }

  /** The model. */
  public ModelSpec spec() {
    return spec;
  }

  /** How it learns; empty if the file does not say, or says what Rhyton has not. */
  public Optional<CompileSpec> compileSpec() {
    return Optional.ofNullable(compileSpec);
  }

  /** Why there is no {@link #compileSpec()}, one reason each; empty if the file says nothing. */
  public List<String> compileProblems() {
    return notCompiled;
  }

  /** Its weights; empty if the file holds only the architecture. */
  public Optional<Weights> weights() {
    return Optional.ofNullable(weights);
  }

  /** Where its optimizer is; empty if the file does not say, and training starts anew. */
  public Optional<OptimizerState> optimizerState() {
    return Optional.ofNullable(optimizerState);
  }

  /** The version of Keras that wrote the file; empty if it names none. */
  public Optional<String> kerasVersion() {
    return kerasVersion.isEmpty() ? Optional.empty() : Optional.of(kerasVersion);
  }

  /**
   * Makes a model that goes on where the file stopped.
   *
   * @throws ArtifactException if the file does not say how it learns, or says what Rhyton has not
   */
  @MustBeClosed
  public Model compile() {
    return compile(Execution.defaults());
  }

  /**
   * Makes a model that goes on where the file stopped.
   *
   * @param execution seed, precision and threads
   * @throws ArtifactException if the file does not say how it learns, or says what Rhyton has not
   */
  @MustBeClosed
  public Model compile(Execution execution) {
    if (compileSpec == null) {
      throw new ArtifactException(
          KerasFile.KIND,
          path,
          "a compiled model",
          notCompiled.isEmpty()
              ? "one that is not"
              : notCompiled.size() + " problems: " + String.join("; ", notCompiled),
          "Say how it learns: compile(CompileSpec.of(optimizer, loss, metrics)).");
    }
    return open(compileSpec, optimizerState, execution);
  }

  /** Makes a model with the weights of the file that learns in another way, from a new state. */
  @MustBeClosed
  public Model compile(CompileSpec compileSpec) {
    return compile(compileSpec, Execution.defaults());
  }

  /**
   * Makes a model with the weights of the file that learns in another way, from a new state.
   *
   * @param compileSpec how it learns
   * @param execution seed, precision and threads
   */
  @MustBeClosed
  public Model compile(CompileSpec compileSpec, Execution execution) {
    return open(compileSpec, null, execution);
  }

  /**
   * Opens the model to predict with, compiled or not.
   *
   * @throws ArtifactException if the file holds no weights
   */
  @MustBeClosed
  public Predictor predictor() {
    return Predictor.of(spec, requireWeights());
  }

  /**
   * The weights of a model that must have some.
   *
   * @throws ArtifactException if the file holds no weights
   */
  public Weights requireWeights() {
    if (weights == null) {
      throw new ArtifactException(
          KerasFile.KIND,
          path,
          "a model with weights",
          "the architecture alone",
          "Compile it, which gives it its first weights, and write that.");
    }
    return weights;
  }

  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // Closed below on failure, by the caller otherwise.
  private Model open(CompileSpec compile, @Nullable OptimizerState optimizer, Execution execution) {
    Model model = Model.compile(spec, compile, execution);
    try {
      if (weights != null) {
        model.load(weights);
      }
      if (optimizer != null) {
        model.load(optimizer);
      }
      return model;
    } catch (RuntimeException | Error e) {
      model.close();
      throw e;
    }
  }

  @Override
  public String toString() {
    return "Keras model '" + spec.name() + "' of " + path;
  }
}
