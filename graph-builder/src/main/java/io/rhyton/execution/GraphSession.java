package io.rhyton.execution;

import com.google.errorprone.annotations.MustBeClosed;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Graph;
import org.tensorflow.Session;

/**
 * A graph and the session that runs it; closing it frees both.
 *
 * @param graph what is run
 * @param session what runs it
 * @param device where the ops of the graph are put; where TensorFlow likes them best if null
 */
@SuppressWarnings("exports") // For Rhyton's own modules.
public record GraphSession(Graph graph, Session session, @Nullable String device)
    implements AutoCloseable {

  /**
   * Starts a session.
   *
   * @param graph is closed with the session, or at once if it cannot be opened
   */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // The record closes the session.
  public static GraphSession open(Graph graph, Execution execution) {
    try {
      // A session that sees the processor alone puts them nowhere else.
      String device = execution.isOnCpu() ? null : execution.device();
      if (device != null) {
        Placement.place(graph, device);
      }
      return new GraphSession(graph, new Session(graph, execution.toConfig()), device);
    } catch (RuntimeException | Error e) {
      graph.close();
      throw e;
    }
  }

  /** Puts what was added to the graph since, where the rest of it is. */
  public void placeAdded() {
    if (device != null) {
      Placement.place(graph, device);
    }
  }

  /** Session first: closing a graph waits for its sessions, for ever. */
  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
