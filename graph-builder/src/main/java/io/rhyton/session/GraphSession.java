package io.rhyton.session;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.execution.Execution;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Graph;
import org.tensorflow.Session;

/**
 * A graph and the session that runs it; closing it frees both.
 *
 * @param graph the graph
 * @param session the session that runs it
 * @param device the device that the ops are placed on; TensorFlow's choice if null
 */
public record GraphSession(Graph graph, Session session, @Nullable String device)
    implements AutoCloseable {

  /**
   * Opens a session.
   *
   * @param graph closed with the session, or immediately if opening fails
   */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // The record closes the session.
  public static GraphSession open(Graph graph, Execution execution) {
    try {
      // A session that sees only the CPU places them nowhere else.
      String device = execution.isOnCpu() ? null : execution.device();
      if (device != null) {
        Placement.place(graph, device);
      }
      return new GraphSession(graph, new Session(graph, SessionConfig.of(execution)), device);
    } catch (RuntimeException | Error e) {
      graph.close();
      throw e;
    }
  }

  /** Places ops added to the graph since on the same device. */
  public void placeAdded() {
    if (device != null) {
      Placement.place(graph, device);
    }
  }

  /** Closes the session first: closing a graph waits forever for its sessions. */
  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
