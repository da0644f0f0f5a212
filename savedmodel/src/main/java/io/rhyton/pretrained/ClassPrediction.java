package io.rhyton.pretrained;

import java.util.Objects;

/**
 * A class of ImageNet and its score.
 *
 * @param className the WordNet identifier of the class, such as {@code n02123045}
 * @param description its name, such as {@code tabby}
 * @param score the score that the model predicts
 */
public record ClassPrediction(String className, String description, float score) {

  public ClassPrediction {
    Objects.requireNonNull(className, "className");
    Objects.requireNonNull(description, "description");
  }
}
