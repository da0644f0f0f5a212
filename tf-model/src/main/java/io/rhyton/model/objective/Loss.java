package io.rhyton.model.objective;

/** The loss that training minimizes, averaged over the samples of a batch. */
public sealed interface Loss
    permits BinaryFocalCrossentropy,
        CategoricalFocalCrossentropy,
        CosineSimilarity,
        Dice,
        Huber,
        LogCosh,
        LossMetric,
        Tversky {

  /** Calls the visitor's method for this type. */
  <T> T accept(LossVisitor<T> visitor);
}
