package io.rhyton.golden;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.compile.Objective;
import io.rhyton.model.objective.Loss;
import io.rhyton.model.objective.Metric;
import io.rhyton.training.Model;

/**
 * A model and its compile options.
 *
 * @param spec the model
 * @param compileSpec the compile options
 */
record CompiledCase(ModelSpec spec, CompileSpec compileSpec) {

  /** Returns a case with an optimizer whose updates reveal the {@link Gradients}. */
  static CompiledCase of(ModelSpec spec, Loss loss, Metric... metrics) {
    return new CompiledCase(spec, CompileSpec.of(Gradients.OPTIMIZER, loss, metrics));
  }

  /** The objective of the only output. */
  Objective objective() {
    return compileSpec.objectives(spec.resolve()).get(0);
  }

  @MustBeClosed
  Model compile() {
    return Model.compile(spec, compileSpec);
  }
}
