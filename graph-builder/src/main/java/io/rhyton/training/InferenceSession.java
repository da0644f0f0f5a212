package io.rhyton.training;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.graph.InferenceGraph;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.weight.Weights;
import org.tensorflow.Session;

/** Opens predictors on models that are not compiled. */
final class InferenceSession {
  private InferenceSession() {}

  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // The predictor closes both, and on failure this does.
  static Predictor open(ModelSpec spec, Weights weights) {
    ResolvedModel model = spec.resolve();
    InferenceGraph graph = InferenceGraph.build(model);
    Session session;
    try {
      session = new Session(graph.graph());
    } catch (RuntimeException | Error e) {
      graph.close();
      throw e;
    }
    try {
      VariableValues.requireWeights(graph.weights(), weights);
      VariableValues.assign(session, graph.weights(), weights);
      return new SessionPredictor(
          "Model '" + model.name() + "'",
          model.inputShape(),
          model.outputShape(),
          session,
          graph.input(),
          graph.prediction(),
          () -> close(session, graph));
    } catch (RuntimeException | Error e) {
      close(session, graph);
      throw e;
    }
  }

  /** Session first: closing a graph waits for its sessions, for ever. */
  private static void close(Session session, InferenceGraph graph) {
    session.close();
    graph.close();
  }
}
