package io.rhyton.keras;

import io.rhyton.model.training.Accuracy;
import io.rhyton.model.training.Adam;
import io.rhyton.model.training.BinaryAccuracy;
import io.rhyton.model.training.BinaryCrossentropy;
import io.rhyton.model.training.CategoricalAccuracy;
import io.rhyton.model.training.CategoricalCrossentropy;
import io.rhyton.model.training.CompileSpec;
import io.rhyton.model.training.LossVisitor;
import io.rhyton.model.training.MeanSquaredError;
import io.rhyton.model.training.MetricVisitor;
import io.rhyton.model.training.OptimizerVisitor;
import io.rhyton.model.training.SGD;
import io.rhyton.model.training.SparseCategoricalAccuracy;
import io.rhyton.model.training.SparseCategoricalCrossentropy;
import java.util.ArrayList;
import java.util.List;

/** Prints how a model is compiled. */
final class CompileSource
    implements OptimizerVisitor<SourceExpression>,
        LossVisitor<SourceExpression>,
        MetricVisitor<SourceExpression> {
  private final SourceImports imports;

  CompileSource(SourceImports imports) {
    this.imports = imports;
  }

  SourceExpression print(CompileSpec compile) {
    List<SourceExpression> arguments = new ArrayList<>();
    arguments.add(compile.optimizer().accept(this));
    arguments.add(compile.loss().accept(this));
    compile.metrics().forEach(metric -> arguments.add(metric.accept(this)));
    return imports.of(CompileSpec.class).call("of", arguments);
  }

  @Override
  public SourceExpression adam(Adam adam) {
    Adam defaults = Adam.of(adam.learningRate());
    SourceExpression text = rated(Adam.class, adam.learningRate(), Adam.of().learningRate());
    text = option(text, "beta1", adam.beta1(), defaults.beta1());
    text = option(text, "beta2", adam.beta2(), defaults.beta2());
    return option(text, "epsilon", adam.epsilon(), defaults.epsilon());
  }

  @Override
  public SourceExpression sgd(SGD sgd) {
    SourceExpression text = rated(SGD.class, sgd.learningRate(), SGD.of().learningRate());
    text = option(text, "momentum", sgd.momentum(), 0);
    return sgd.nesterov() ? text.call("nesterov", SourceExpression.of(true)) : text;
  }

  private SourceExpression rated(Class<?> type, double rate, double otherwise) {
    return rate == otherwise
        ? imports.of(type).call("of")
        : imports.of(type).call("of", SourceExpression.of(rate));
  }

  private static SourceExpression option(
      SourceExpression text, String name, double value, double otherwise) {
    return value == otherwise ? text : text.call(name, SourceExpression.of(value));
  }

  @Override
  public SourceExpression binaryCrossentropy(BinaryCrossentropy loss) {
    return probabilities(loss.getClass(), loss.fromLogits());
  }

  @Override
  public SourceExpression categoricalCrossentropy(CategoricalCrossentropy loss) {
    return probabilities(loss.getClass(), loss.fromLogits());
  }

  @Override
  public SourceExpression meanSquaredError(MeanSquaredError loss) {
    return plain(loss.getClass());
  }

  @Override
  public SourceExpression sparseCategoricalCrossentropy(SparseCategoricalCrossentropy loss) {
    return probabilities(loss.getClass(), loss.fromLogits());
  }

  private SourceExpression probabilities(Class<?> type, boolean fromLogits) {
    SourceExpression text = plain(type);
    return fromLogits ? text.call("fromLogits", SourceExpression.of(true)) : text;
  }

  private SourceExpression plain(Class<?> type) {
    return imports.of(type).call("of");
  }

  @Override
  public SourceExpression accuracy(Accuracy metric) {
    return plain(metric.getClass());
  }

  @Override
  public SourceExpression binaryAccuracy(BinaryAccuracy metric) {
    return plain(metric.getClass());
  }

  @Override
  public SourceExpression categoricalAccuracy(CategoricalAccuracy metric) {
    return plain(metric.getClass());
  }

  @Override
  public SourceExpression sparseCategoricalAccuracy(SparseCategoricalAccuracy metric) {
    return plain(metric.getClass());
  }
}
