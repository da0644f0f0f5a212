package io.rhyton.training;

import com.google.errorprone.annotations.MustBeClosed;
import org.tensorflow.Graph;
import org.tensorflow.Session;

/**
 * A graph and the session that runs it; closing it frees both.
 *
 * @param graph what is run
 * @param session what runs it
 */
record GraphSession(Graph graph, Session session) implements AutoCloseable {

  /**
   * Starts a session.
   *
   * @param graph is closed with the session, or at once if it cannot be opened
   */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // The record closes the session.
  static GraphSession open(Graph graph, Execution execution) {
    try {
      return new GraphSession(graph, new Session(graph, execution.toConfig()));
    } catch (RuntimeException | Error e) {
      graph.close();
      throw e;
    }
  }

  /** Session first: closing a graph waits for its sessions, for ever. */
  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
