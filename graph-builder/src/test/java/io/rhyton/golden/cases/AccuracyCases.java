package io.rhyton.golden.cases;

import static io.rhyton.model.layer.ActivationFunction.LINEAR;
import static io.rhyton.model.layer.ActivationFunction.SIGMOID;
import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;

import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.objective.Accuracy;
import io.rhyton.model.objective.BinaryAccuracy;
import io.rhyton.model.objective.BinaryCrossentropy;
import io.rhyton.model.objective.CategoricalAccuracy;
import io.rhyton.model.objective.CategoricalCrossentropy;
import io.rhyton.model.objective.Loss;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.objective.Metric;
import io.rhyton.model.objective.SparseCategoricalAccuracy;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import java.util.LinkedHashMap;
import java.util.Map;

/** The accuracies of {@code accuracy_cases.py}. */
public final class AccuracyCases {
  private final Map<String, CompiledCase> cases = new LinkedHashMap<>();

  private AccuracyCases() {}

  public static Map<String, CompiledCase> all() {
    AccuracyCases all = new AccuracyCases();
    all.binary("accuracy_binary", 1, Accuracy.of());
    all.categorical("accuracy_categorical", Accuracy.of());
    all.categorical("accuracy_categorical_ties", Accuracy.of());
    all.binary("accuracy_many_hot", 4, Accuracy.of());
    all.sparse("accuracy_sparse", Accuracy.of());
    all.sparse("accuracy_sparse_ties", Accuracy.of());
    all.add("accuracy_squared_error", 4, LINEAR, MeanSquaredError.of(), Accuracy.of());
    all.binary("binary_accuracy", 1, BinaryAccuracy.of());
    all.binary("binary_accuracy_many_hot", 4, BinaryAccuracy.of());
    all.categorical("categorical_accuracy", CategoricalAccuracy.of());
    all.categorical("categorical_accuracy_ties", CategoricalAccuracy.of());
    all.sparse("sparse_categorical_accuracy", SparseCategoricalAccuracy.of());
    all.sparse("sparse_categorical_accuracy_ties", SparseCategoricalAccuracy.of());
    return all.cases;
  }

  private void binary(String name, int outputs, Metric metric) {
    add(name, outputs, SIGMOID, BinaryCrossentropy.of(), metric);
  }

  private void categorical(String name, Metric metric) {
    add(name, 4, SOFTMAX, CategoricalCrossentropy.of(), metric);
  }

  private void sparse(String name, Metric metric) {
    add(name, 4, SOFTMAX, SparseCategoricalCrossentropy.of(), metric);
  }

  private void add(
      String name, int outputs, ActivationFunction activation, Loss loss, Metric metric) {
    cases.put(
        name, CompiledCase.of(IdentityModel.of(outputs, activation).build("golden"), loss, metric));
  }
}
