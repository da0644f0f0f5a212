package io.rhyton.codegen;

import io.rhyton.model.LayerCall;
import io.rhyton.model.LayerOutput;
import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The calls of a model in the order in which {@link io.rhyton.model.Functional} finds them: depth
 * first from the inputs and outputs, each after the calls whose outputs it reads.
 *
 * @param calls the calls, each represented by its first output
 */
record CallSequence(List<LayerOutput> calls) {

  static CallSequence of(ModelSpec model) {
    Map<String, LayerSpec> layers = new HashMap<>();
    model.layers().forEach(layer -> layers.put(layer.name(), layer));
    Set<LayerOutput> found = new LinkedHashSet<>();
    model.inputs().forEach(input -> found.add(LayerOutput.of(input)));
    for (LayerOutput end : model.outputs()) {
      walk(first(end), layers, found);
    }
    return new CallSequence(List.copyOf(found));
  }

  private static void walk(LayerOutput end, Map<String, LayerSpec> layers, Set<LayerOutput> found) {
    Set<LayerOutput> entered = new HashSet<>();
    Deque<Step> path = new ArrayDeque<>();
    path.addLast(step(end, layers));
    while (!path.isEmpty()) {
      Step step = path.getLast();
      if (!step.inputs.hasNext()) {
        path.removeLast();
        found.add(step.call);
        continue;
      }
      LayerOutput next = first(step.inputs.next());
      if (!found.contains(next) && entered.add(next)) {
        path.addLast(step(next, layers));
      }
    }
  }

  private static Step step(LayerOutput call, Map<String, LayerSpec> layers) {
    LayerCall of = Objects.requireNonNull(layers.get(call.layer())).calls().get(call.call());
    return new Step(call, of.inputs().iterator());
  }

  private static LayerOutput first(LayerOutput output) {
    return new LayerOutput(output.layer(), output.call(), 0);
  }

  /**
   * Returns whether a builder would number the calls as the model does. A builder numbers calls in
   * this order, and does not accept unused inputs.
   */
  boolean isThatOfBuilder(ModelSpec model) {
    Map<String, Integer> next = new HashMap<>();
    List<LayerOutput> numbered = new ArrayList<>();
    for (LayerOutput call : calls) {
      int number = next.merge(call.layer(), 1, Integer::sum) - 1;
      numbered.add(new LayerOutput(call.layer(), number, 0));
    }
    return numbered.equals(calls)
        && readsAllInputs(model)
        && model.layers().stream()
            .allMatch(layer -> Objects.equals(next.get(layer.name()), layer.calls().size()));
  }

  private static boolean readsAllInputs(ModelSpec model) {
    Set<LayerOutput> read = new HashSet<>(model.outputs());
    model.layers().stream()
        .flatMap(layer -> layer.calls().stream())
        .forEach(call -> read.addAll(call.inputs()));
    return model.inputs().stream().map(LayerOutput::of).allMatch(read::contains);
  }

  private record Step(LayerOutput call, Iterator<LayerOutput> inputs) {}
}
