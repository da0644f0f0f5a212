package io.rhyton.model;

import io.rhyton.error.SpecException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Sorts a graph topologically, depth first from its outputs, visiting sources in argument order.
 * Iterative: a deep model would overflow the stack of a recursive walk.
 *
 * @param <T> the type of the graph's nodes
 */
final class DepthFirst<T> {
  private final Function<T, List<T>> sources;
  private final Consumer<T> entered;
  private final Function<T, SpecException> cycle;
  private final Set<T> finished = new HashSet<>();
  private final Set<T> inProgress = new HashSet<>();
  private final List<T> order = new ArrayList<>();

  private DepthFirst(
      Function<T, List<T>> sources, Consumer<T> entered, Function<T, SpecException> cycle) {
    this.sources = sources;
    this.entered = entered;
    this.cycle = cycle;
  }

  /**
   * Returns every node that the given ones depend on, and these themselves, each after its sources.
   *
   * @param entered called with each node when it is first reached
   * @param cycle creates the exception for a node that depends on itself
   */
  static <T> List<T> order(
      List<T> ends,
      Function<T, List<T>> sources,
      Consumer<T> entered,
      Function<T, SpecException> cycle) {
    DepthFirst<T> walk = new DepthFirst<>(sources, entered, cycle);
    ends.forEach(walk::visit);
    return walk.order;
  }

  private void visit(T end) {
    Deque<Step<T>> path = new ArrayDeque<>();
    enter(end, path);
    while (!path.isEmpty()) {
      Step<T> step = path.getLast();
      if (step.sources.hasNext()) {
        enter(step.sources.next(), path);
      } else {
        path.removeLast();
        inProgress.remove(step.node);
        finished.add(step.node);
        order.add(step.node);
      }
    }
  }

  private void enter(T node, Deque<Step<T>> path) {
    if (finished.contains(node)) {
      return;
    }
    if (!inProgress.add(node)) {
      throw cycle.apply(node);
    }
    entered.accept(node);
    path.addLast(new Step<>(node, sources.apply(node).iterator()));
  }

  private record Step<T>(T node, Iterator<T> sources) {}
}
