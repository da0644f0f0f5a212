package io.rhyton.model.objective;

/**
 * The cosine similarity of label and prediction; as a loss it is negated, as in Keras.
 *
 * <p>Shapes: predictions and labels {@code [batch, ..., outputs]}.
 *
 * <p>Source: {@code keras/src/losses/losses.py}, Keras 3.15.
 */
public record CosineSimilarity() implements Loss, Metric {

  /** Creates the loss. */
  public static CosineSimilarity of() {
    return new CosineSimilarity();
  }

  @Override
  public String name() {
    return "cosine_similarity";
  }

  @Override
  public <T> T accept(LossVisitor<T> visitor) {
    return visitor.cosineSimilarity(this);
  }

  @Override
  public <T> T accept(MetricVisitor<T> visitor) {
    return visitor.cosineSimilarity(this);
  }
}
