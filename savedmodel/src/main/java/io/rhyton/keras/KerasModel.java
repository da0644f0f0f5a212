package io.rhyton.keras;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.artifact.ArtifactException;
import io.rhyton.error.MessageText;
import io.rhyton.execution.Execution;
import io.rhyton.inference.Predictor;
import io.rhyton.keras.json.ConfigSource;
import io.rhyton.keras.model.ParsedConfig;
import io.rhyton.keras.weights.WeightStore;
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
 * The content of a Keras file: a model, and, if the file has them, its compile configuration,
 * weights and optimizer state. A plain value; {@link #compile()} creates a model that resumes
 * training.
 */
public final class KerasModel {
  private final Path path;
  private final ModelSpec spec;
  private final @Nullable CompileSpec compileSpec;
  private final List<String> notCompiled;
  private final @Nullable Weights weights;
  private final @Nullable OptimizerState optimizerState;
  private final String kerasVersion;

  KerasModel(
      Path path,
      ParsedConfig config,
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

  /**
   * Returns the model in a file.
   *
   * @param source the file
   * @param config its configuration
   * @param store its weights
   * @param version the version of Keras that wrote it; empty if it is not given
   */
  static KerasModel of(
      ConfigSource source, ParsedConfig config, WeightStore store, String version) {
    Weights weights = store.weights(config.model());
    CompileSpec compile = config.compile();
    @Nullable OptimizerState state =
        compile == null ? null : store.optimizerState(config.model(), compile.optimizer());
    return new KerasModel(source.path(), config, weights, state, version);
  }

  /** Returns the architecture. */
  public ModelSpec spec() {
    return spec;
  }

  /** Returns the compile configuration; empty if the file has none, or an unsupported one. */
  public Optional<CompileSpec> compileSpec() {
    return Optional.ofNullable(compileSpec);
  }

  /**
   * Returns the reasons why the compile configuration is not supported; empty if it is, or if the
   * file has none.
   */
  public List<String> compileProblems() {
    return notCompiled;
  }

  /** Returns the weights; empty if the file contains only the architecture. */
  public Optional<Weights> weights() {
    return Optional.ofNullable(weights);
  }

  /**
   * Returns the optimizer state; empty if the file has none, in which case training starts with a
   * new one.
   */
  public Optional<OptimizerState> optimizerState() {
    return Optional.ofNullable(optimizerState);
  }

  /** Returns the version of Keras that wrote the file; empty if it names none. */
  public Optional<String> kerasVersion() {
    return kerasVersion.isEmpty() ? Optional.empty() : Optional.of(kerasVersion);
  }

  /**
   * Creates a model that resumes training from the state in the file.
   *
   * @throws ArtifactException if the file has no compile configuration, or an unsupported one
   */
  @MustBeClosed
  public Model compile() {
    return compile(Execution.defaults());
  }

  /**
   * Creates a model that resumes training from the state in the file.
   *
   * @param execution seed, precision and threads
   * @throws ArtifactException if the file has no compile configuration, or an unsupported one
   */
  @MustBeClosed
  public Model compile(Execution execution) {
    if (compileSpec == null) {
      throw new ArtifactException(
          KerasFile.KIND,
          path,
          "a compiled model",
          notCompiled.isEmpty()
              ? "one that is not compiled"
              : notCompiled.size() + " problems: " + String.join("; ", notCompiled),
          "Pass a CompileSpec: compile(CompileSpec.of(optimizer, loss, metrics)).");
    }
    return open(compileSpec, optimizerState, execution);
  }

  /**
   * Creates a model with the weights of the file, another compile configuration and a new optimizer
   * state.
   */
  @MustBeClosed
  public Model compile(CompileSpec compileSpec) {
    return compile(compileSpec, Execution.defaults());
  }

  /**
   * Creates a model with the weights of the file, another compile configuration and a new optimizer
   * state.
   *
   * @param compileSpec the compile configuration
   * @param execution seed, precision and threads
   */
  @MustBeClosed
  public Model compile(CompileSpec compileSpec, Execution execution) {
    return open(compileSpec, null, execution);
  }

  /**
   * Creates a predictor of the model, which need not be compiled.
   *
   * @throws ArtifactException if the file contains no weights
   */
  @MustBeClosed
  public Predictor predictor() {
    return Model.predictor(spec, requireWeights());
  }

  /**
   * Returns the weights, which the file must contain.
   *
   * @throws ArtifactException if the file contains no weights
   */
  public Weights requireWeights() {
    if (weights == null) {
      throw new ArtifactException(
          KerasFile.KIND,
          path,
          "a model with weights",
          "the architecture alone",
          "Compile it, which initializes its weights, and write the compiled model.");
    }
    return weights;
  }

  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // Closed below on failure, by the caller otherwise.
  private Model open(CompileSpec compile, @Nullable OptimizerState optimizer, Execution execution) {
    Model model = Model.compile(spec, compile, execution);
    try {
      if (weights != null) {
        model.loadWeights(weights);
      }
      if (optimizer != null) {
        model.loadOptimizerState(optimizer);
      }
      return model;
    } catch (RuntimeException | Error e) {
      model.close();
      throw e;
    }
  }

  @Override
  public String toString() {
    return "Keras model " + MessageText.name(spec.name()) + " of " + path;
  }
}
