package io.rhyton.keras;

import io.rhyton.model.training.Accuracy;
import io.rhyton.model.training.BinaryAccuracy;
import io.rhyton.model.training.CategoricalAccuracy;
import io.rhyton.model.training.Metric;
import io.rhyton.model.training.SparseCategoricalAccuracy;

/** Metrics. */
final class MetricCodecs {
  /** Keras's class of this name is another one; the metric is known only as a text. */
  static final KerasCodec<Accuracy> ACCURACY = new AccuracyCodec();

  static final KerasCodec<BinaryAccuracy> BINARY_ACCURACY =
      KerasCodec.of(
          "binary_accuracy",
          BinaryAccuracy.class,
          config -> {
            config.only("threshold", 0.5);
            return readNamed(config, BinaryAccuracy.of());
          },
          (metric, config) -> {
            writeNamed(metric, config);
            config.put("threshold", 0.5);
          });

  static final KerasCodec<CategoricalAccuracy> CATEGORICAL_ACCURACY =
      KerasCodec.of(
          "categorical_accuracy",
          CategoricalAccuracy.class,
          config -> readNamed(config, CategoricalAccuracy.of()),
          MetricCodecs::writeNamed);

  static final KerasCodec<SparseCategoricalAccuracy> SPARSE_CATEGORICAL_ACCURACY =
      KerasCodec.of(
          "sparse_categorical_accuracy",
          SparseCategoricalAccuracy.class,
          config -> readNamed(config, SparseCategoricalAccuracy.of()),
          MetricCodecs::writeNamed);

  /** How Keras 2 writes a metric that was given as a text: as the function that it chose. */
  static final KerasCodec<Metric> WRAPPER =
      KerasCodec.of(
          "MeanMetricWrapper",
          Metric.class,
          MetricCodecs::readWrapper,
          (metric, config) -> {
            throw new IllegalStateException("MeanMetricWrapper is only read");
          });

  private MetricCodecs() {}

  private static <M extends Metric> M readNamed(ConfigReader config, M metric) {
    config.onlyFloat32();
    config.only("name", metric.name());
    // Keras 2 tells the function too.
    config.ignore("fn");
    return metric;
  }

  private static void writeNamed(Metric metric, ConfigWriter config) {
    config.put("name", metric.name()).put("dtype", "float32");
  }

  private static Metric readWrapper(ConfigReader config) {
    config.onlyFloat32();
    String name = config.text("name", "");
    Metric metric = KerasCodecs.METRICS.read(config.get("fn"));
    if (metric == null || name.equals("accuracy") || name.equals("acc")) {
      return Accuracy.of();
    }
    config.only("name", metric.name());
    return metric;
  }
}
