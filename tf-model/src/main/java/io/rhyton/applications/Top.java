package io.rhyton.applications;

import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.layer.GlobalMaxPooling2D;
import io.rhyton.model.shape.FeatureVector;

/** The ends of networks: a classifier on pooled features, pooled features, or the last features. */
final class Top {
  private static final String AVERAGE = "avg_pool";
  private static final String MAXIMUM = "max_pool";

  private Top() {}

  /** Ends with an average pooling and a classifier, or with a named pooling. */
  static ModelSpec classifierOrPooled(
      String name, ApplicationOptions options, Features features, double dropout, Dense dense) {
    return options.includeTop()
        ? classifier(name, features, dropout, dense)
        : pooled(name, options, features);
  }

  /** Ends with a named average pooling, a dropout if its rate is above 0, and the dense layer. */
  static ModelSpec classifier(String name, Features features, double dropout, Dense dense) {
    Node<FeatureVector> pooled = features.toVector(AVERAGE, GlobalAveragePooling2D.of());
    Node<FeatureVector> kept =
        dropout > 0 ? pooled.then("top_dropout", Dropout.of(dropout)) : pooled;
    return features.build(name, kept.then("predictions", dense));
  }

  /** Ends with a pooling of a fixed name, or none. */
  static ModelSpec pooled(String name, ApplicationOptions options, Features features) {
    return switch (options.pooling()) {
      case NONE -> features.build(name);
      case AVG -> features.build(name, features.toVector(AVERAGE, GlobalAveragePooling2D.of()));
      case MAX -> features.build(name, features.toVector(MAXIMUM, GlobalMaxPooling2D.of()));
    };
  }

  /** Ends with a pooling named after its type, or none. */
  static ModelSpec pooledUnnamed(String name, ApplicationOptions options, Features features) {
    return switch (options.pooling()) {
      case NONE -> features.build(name);
      case AVG -> features.build(name, features.toVector(GlobalAveragePooling2D.of()));
      case MAX -> features.build(name, features.toVector(GlobalMaxPooling2D.of()));
    };
  }

  /** The dense layer of a classifier. */
  static Dense dense(ApplicationOptions options) {
    return Dense.of(options.classes()).activation(options.classifierActivation());
  }
}
