package io.rhyton.inference;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.execution.Execution;
import io.rhyton.graph.InferenceGraph;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.weight.WeightCheck;
import io.rhyton.model.weight.Weights;
import io.rhyton.session.GraphSession;
import io.rhyton.session.VariableAssignment;

/** Opens predictors of models without compiling them. */
final class InferenceSession {
  private InferenceSession() {}

  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // The predictor closes both; closed below on failure.
  static Predictor open(ModelSpec spec, Weights weights) {
    ResolvedModel model = spec.resolve();
    InferenceGraph graph = InferenceGraph.build(model);
    GraphSession owner = GraphSession.open(graph.graph(), Execution.defaults());
    try {
      VariableAssignment.require(WeightCheck.WEIGHTS, graph.weights(), weights);
      VariableAssignment.assign(owner.session(), graph.weights(), weights);
      return new SessionPredictor(
          "Model '" + model.name() + "'",
          graph.inputs(),
          graph.predictions(),
          owner.session(),
          owner::close);
    } catch (RuntimeException | Error e) {
      owner.close();
      throw e;
    }
  }
}
