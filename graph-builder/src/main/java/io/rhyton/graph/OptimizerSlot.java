package io.rhyton.graph;

import io.rhyton.model.ResolvedModel;
import io.rhyton.model.training.Adam;
import io.rhyton.model.training.Optimizer;
import io.rhyton.model.training.OptimizerVisitor;
import io.rhyton.model.training.SGD;
import io.rhyton.model.weight.WeightSpec;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/**
 * A variable that an optimizer keeps beside a trainable weight, of the weight's shape and at first
 * all zeros.
 *
 * @param weight the weight
 * @param slot what it is, in Keras's words
 */
public record OptimizerSlot(WeightSpec weight, String slot) {
  static final String MOMENTUM = "momentum";
  static final String VELOCITY = "velocity";

  /** All that an optimizer keeps of a model, weight by weight, in Keras's order. */
  public static List<OptimizerSlot> of(ResolvedModel model, Optimizer optimizer) {
    List<String> slots = optimizer.accept(new SlotsOfAWeight());
    return model.weights().stream()
        .filter(WeightSpec::trainable)
        .flatMap(weight -> slots.stream().map(slot -> new OptimizerSlot(weight, slot)))
        .toList();
  }

  /** The canonical name of such a variable. */
  static String name(String weight, String slot) {
    return weight + "/" + slot;
  }

  /** Its canonical name, {@code <weight>/<slot>}. */
  public String name() {
    return name(weight.name(), slot);
  }

  /** Its shape. */
  public Shape shape() {
    return weight.shape();
  }

  private static final class SlotsOfAWeight implements OptimizerVisitor<List<String>> {
    @Override
    public List<String> adam(Adam optimizer) {
      return List.of(MOMENTUM, VELOCITY);
    }

    @Override
    public List<String> sgd(SGD optimizer) {
      return optimizer.momentum() == 0 ? List.of() : List.of(MOMENTUM);
    }
  }
}
