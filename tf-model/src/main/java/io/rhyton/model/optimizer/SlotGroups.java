package io.rhyton.model.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The slot variables that an optimizer keeps per weight. Keras creates the variables of one group
 * for all weights and then those of the next group, which is their order in its files. Source:
 * {@code build} in {@code keras/src/optimizers}, Keras 3.15.
 */
final class SlotGroups implements OptimizerVisitor<List<List<SlotGroups.Kind>>> {

  /**
   * One slot variable per weight.
   *
   * @param slot the name of the slot in Keras
   * @param initial the initial value of every element
   */
  record Kind(String slot, float initial) {}

  @Override
  public List<List<Kind>> adadelta(Adadelta optimizer) {
    return List.of(zeros(OptimizerSlot.ACCUMULATED_GRAD, OptimizerSlot.ACCUMULATED_DELTA_VAR));
  }

  @Override
  public List<List<Kind>> adagrad(Adagrad optimizer) {
    return List.of(
        List.of(new Kind(OptimizerSlot.ACCUMULATOR, (float) optimizer.initialAccumulatorValue())));
  }

  @Override
  public List<List<Kind>> adam(Adam optimizer) {
    return moments(optimizer.amsgrad());
  }

  @Override
  public List<List<Kind>> adamW(AdamW optimizer) {
    return moments(optimizer.amsgrad());
  }

  @Override
  public List<List<Kind>> adamax(Adamax optimizer) {
    return List.of(zeros(OptimizerSlot.MOMENTUM, OptimizerSlot.NORM));
  }

  @Override
  public List<List<Kind>> ftrl(Ftrl optimizer) {
    return List.of(
        List.of(
            new Kind(OptimizerSlot.ACCUMULATOR, (float) optimizer.initialAccumulatorValue()),
            new Kind(OptimizerSlot.LINEAR, 0)));
  }

  @Override
  public List<List<Kind>> lion(Lion optimizer) {
    return List.of(zeros(OptimizerSlot.MOMENTUM));
  }

  @Override
  public List<List<Kind>> nadam(Nadam optimizer) {
    return moments(false);
  }

  @Override
  public List<List<Kind>> rmsProp(RMSprop optimizer) {
    List<List<Kind>> groups = new ArrayList<>();
    groups.add(zeros(OptimizerSlot.VELOCITY));
    if (optimizer.momentum() > 0) {
      groups.add(zeros(OptimizerSlot.MOMENTUM));
    }
    if (optimizer.centered()) {
      groups.add(zeros(OptimizerSlot.AVERAGE_GRADIENT));
    }
    return groups;
  }

  @Override
  public List<List<Kind>> sgd(SGD optimizer) {
    return optimizer.momentum() == 0 ? List.of() : List.of(zeros(OptimizerSlot.MOMENTUM));
  }

  private static List<List<Kind>> moments(boolean amsgrad) {
    List<Kind> both = zeros(OptimizerSlot.MOMENTUM, OptimizerSlot.VELOCITY);
    return amsgrad ? List.of(both, zeros(OptimizerSlot.VELOCITY_HAT)) : List.of(both);
  }

  private static List<Kind> zeros(String... slots) {
    return Stream.of(slots).map(slot -> new Kind(slot, 0)).toList();
  }
}
