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
 * Walks a graph depth first from its ends, sources in the order of the arguments. Without
 * recursion: a model may have more layers than a thread has stack.
 *
 * @param <T> what is walked over
 */
final class DepthFirst<T> {
  private final Function<T, List<T>> sources;
  private final Consumer<T> entered;
  private final Function<T, SpecException> circle;
  private final Set<T> finished = new HashSet<>();
  private final Set<T> inProgress = new HashSet<>();
  private final List<T> order = new ArrayList<>();

  private DepthFirst(
      Function<T, List<T>> sources, Consumer<T> entered, Function<T, SpecException> circle) {
    this.sources = sources;
    this.entered = entered;
    this.circle = circle;
  }

  /**
   * All that leads to the ends, each after its sources.
   *
   * @param entered is told of each when the walk first comes to it
   * @param circle makes the error for what is its own source
   */
  static <T> List<T> order(
      List<T> ends,
      Function<T, List<T>> sources,
      Consumer<T> entered,
      Function<T, SpecException> circle) {
    DepthFirst<T> walk = new DepthFirst<>(sources, entered, circle);
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
        inProgress.remove(step.place);
        finished.add(step.place);
        order.add(step.place);
      }
    }
  }

  private void enter(T place, Deque<Step<T>> path) {
    if (finished.contains(place)) {
      return;
    }
    if (!inProgress.add(place)) {
      throw circle.apply(place);
    }
    entered.accept(place);
    path.addLast(new Step<>(place, sources.apply(place).iterator()));
  }

  private record Step<T>(T place, Iterator<T> sources) {}
}
