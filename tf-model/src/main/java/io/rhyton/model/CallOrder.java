package io.rhyton.model;

import io.rhyton.model.ModelLinks.CallId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Walks the calls of a model depth first from its outputs, inputs in the order of the arguments.
 * Without recursion: a model may have more layers than a thread has stack.
 */
final class CallOrder {
  private final ModelLinks links;
  private final Consumer<CallId> entered;
  private final Set<CallId> finished = new HashSet<>();
  private final Set<CallId> inProgress = new HashSet<>();
  private final List<CallId> order = new ArrayList<>();

  private CallOrder(ModelLinks links, Consumer<CallId> entered) {
    this.links = links;
    this.entered = entered;
  }

  /**
   * The calls that lead to the outputs, each after those that it reads.
   *
   * @param entered is told of each call when the walk first comes to it
   * @throws SpecException if the calls go in a circle
   */
  static List<CallId> from(List<LayerOutput> outputs, ModelLinks links, Consumer<CallId> entered) {
    CallOrder walk = new CallOrder(links, entered);
    outputs.forEach(output -> walk.visit(CallId.of(output)));
    return walk.order;
  }

  private void visit(CallId start) {
    Deque<Step> path = new ArrayDeque<>();
    enter(start, path);
    while (!path.isEmpty()) {
      Step step = path.getLast();
      if (step.inputs.hasNext()) {
        enter(CallId.of(step.inputs.next()), path);
      } else {
        path.removeLast();
        inProgress.remove(step.id);
        finished.add(step.id);
        order.add(step.id);
      }
    }
  }

  private void enter(CallId id, Deque<Step> path) {
    if (finished.contains(id)) {
      return;
    }
    if (!inProgress.add(id)) {
      throw links.circle(id);
    }
    entered.accept(id);
    path.addLast(new Step(id, links.call(id).inputs().iterator()));
  }

  private record Step(CallId id, Iterator<LayerOutput> inputs) {}
}
