package io.rhyton.golden.cases;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.compile.Objective;
import io.rhyton.model.objective.Loss;
import io.rhyton.model.objective.Metric;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.training.Model;

/**
 * A model and its compile options.
 *
 * @param spec the model
 * @param compileSpec the compile options
 */
public record CompiledCase(ModelSpec spec, CompileSpec compileSpec) {
  /**
   * Large, so that rounding of the new weights is negligible; a power of 2, so that it is exact.
   */
  public static final float LEARNING_RATE = 1024;

  /** An optimizer whose updates reveal the gradients. */
  public static final SGD OPTIMIZER = SGD.of(LEARNING_RATE);

  /** Returns a case with {@link #OPTIMIZER}. */
  public static CompiledCase of(ModelSpec spec, Loss loss, Metric... metrics) {
    return new CompiledCase(spec, CompileSpec.of(OPTIMIZER, loss, metrics));
  }

  /** The objective of the only output. */
  public Objective objective() {
    return compileSpec.objectives(spec.resolve()).get(0);
  }

  @MustBeClosed
  public Model compile() {
    return Model.compile(spec, compileSpec);
  }
}
