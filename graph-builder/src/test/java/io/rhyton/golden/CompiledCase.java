package io.rhyton.golden;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.compile.Objective;
import io.rhyton.model.objective.Loss;
import io.rhyton.model.objective.Metric;
import io.rhyton.training.Model;

/**
 * A model and how it learns.
 *
 * @param spec the model
 * @param compileSpec how it learns
 */
record CompiledCase(ModelSpec spec, CompileSpec compileSpec) {

  /** With an optimizer from which {@link Gradients} can be read. */
  static CompiledCase of(ModelSpec spec, Loss loss, Metric... metrics) {
    return new CompiledCase(spec, CompileSpec.of(Gradients.OPTIMIZER, loss, metrics));
  }

  /** What its only output is trained for. */
  Objective objective() {
    return compileSpec.objectives(spec.resolve()).get(0);
  }

  @MustBeClosed
  Model compile() {
    return Model.compile(spec, compileSpec);
  }
}
