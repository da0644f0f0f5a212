package io.rhyton.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.golden.cases.AccuracyCases;
import io.rhyton.golden.cases.CompiledCase;
import io.rhyton.golden.cases.ConstraintCases;
import io.rhyton.golden.cases.DefaultCases;
import io.rhyton.golden.cases.GraphCases;
import io.rhyton.golden.cases.InitializerCases;
import io.rhyton.golden.cases.LayerCases;
import io.rhyton.golden.cases.LossCases;
import io.rhyton.golden.cases.MetricCases;
import io.rhyton.golden.cases.OperationCases;
import io.rhyton.golden.cases.OptimizerCases;
import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Arithmetic;
import io.rhyton.model.layer.Bidirectional;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.layer.NumberArithmetic;
import io.rhyton.model.layer.Reduction;
import io.rhyton.model.layer.TimeDistributed;
import io.rhyton.model.layer.UnaryOperation;
import io.rhyton.model.objective.Accuracy;
import io.rhyton.model.objective.Loss;
import io.rhyton.model.objective.Metric;
import io.rhyton.model.objective.NamedMetric;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.schedule.ConstantLearningRate;
import io.rhyton.model.schedule.LearningRate;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.FanAxes;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.UnitForgetBias;
import io.rhyton.model.weight.WeightSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every new type fails here, by name, until it has a golden case. */
class GoldenCoverageTest {
  /** Initializers without a class in Keras, where they are options of layers. */
  private static final Set<Class<?>> OF_LAYERS = Set.of(FanAxes.class, UnitForgetBias.class);

  private static final String CASES =
      "add one to a *_cases.py and to the *Cases class of the same name, then run golden.py";
  private static final String DEFAULTS =
      "add it to record_defaults in text_cases.py and to DefaultCases, then run golden.py defaults";

  @Test
  void everyLayerHasACase() {
    Stream<Layer> inGraphs =
        Stream.of(GraphCases.all(), OperationCases.all())
            .flatMap(cases -> cases.values().stream())
            .flatMap(GoldenCoverageTest::layers);
    assertNothingMissing(Layer.class, CASES, types(Stream.concat(inGraphs, testedLayers())));
  }

  @Test
  void everyActivationFunctionHasACaseAsLayerAndAsOption() {
    assertThat(testedLayers())
        .contains(
            Arrays.stream(ActivationFunction.values())
                .map(Activation::of)
                .toArray(Activation[]::new));
    assertThat(testedLayers())
        .contains(
            Arrays.stream(ActivationFunction.values())
                .map(Dense.of(3)::activation)
                .toArray(Dense[]::new));
  }

  @Test
  void everyOperatorHasACase() {
    Set<String> tested =
        OperationCases.all().values().stream()
            .flatMap(model -> model.layers().stream())
            .map(layer -> layer.layer().typeName())
            .collect(Collectors.toSet());
    assertThat(tested)
        .containsAll(
            Arrays.stream(UnaryOperation.Operator.values())
                .map(UnaryOperation.Operator::className)
                .toList())
        .containsAll(
            Arrays.stream(Reduction.Operator.values()).map(Reduction.Operator::className).toList());
  }

  @Test
  void everyOptimizerHasACase() {
    assertNothingMissing(Optimizer.class, CASES, types(OptimizerCases.all().values().stream()));
  }

  @Test
  void everyScheduleHasACase() {
    assertNothingMissing(
        LearningRate.class,
        CASES,
        types(OptimizerCases.all().values().stream().map(Optimizer::learningRate)));
  }

  @Test
  void everyLossHasACase() {
    assertNothingMissing(
        Loss.class,
        CASES,
        types(LossCases.all().values().stream().map(model -> model.objective().loss())));
  }

  @Test
  void everyMetricHasACase() {
    assertNothingMissing(
        Metric.class,
        CASES,
        types(
            Stream.of(AccuracyCases.all(), MetricCases.all())
                .flatMap(cases -> cases.values().stream())
                .flatMap(model -> model.objective().metrics().stream())));
  }

  @Test
  void everyInitializerHasACase() {
    assertNothingMissing(
        Initializer.class,
        CASES,
        Stream.concat(OF_LAYERS.stream(), types(InitializerCases.all().values().stream())));
  }

  @Test
  void everyRegularizerHasACase() {
    assertNothingMissing(
        Regularizer.class,
        CASES,
        types(testedWeights().map(WeightSpec::regularizer).filter(Objects::nonNull)));
  }

  @Test
  void everyConstraintHasACase() {
    assertNothingMissing(
        Constraint.class,
        CASES,
        types(testedWeights().map(WeightSpec::constraint).filter(Objects::nonNull)));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Layer.class,
        Optimizer.class,
        LearningRate.class,
        Loss.class,
        Metric.class,
        Initializer.class,
        Regularizer.class,
        Constraint.class
      })
  void theDefaultsOfEveryTypeAreCompared(Class<?> type) {
    // Without a config of their own in Keras: "accuracy" is a string, a learning rate a number, a
    // name, model or wrapper is only what it contains, and an operation only its name.
    Stream<Class<?>> without =
        Stream.of(
            Accuracy.class,
            ConstantLearningRate.class,
            NamedMetric.class,
            NestedModel.class,
            Bidirectional.class,
            TimeDistributed.class,
            Arithmetic.class,
            NumberArithmetic.class,
            Reduction.class,
            UnaryOperation.class);
    assertNothingMissing(
        type,
        DEFAULTS,
        Stream.of(without, OF_LAYERS.stream(), types(DefaultCases.all().stream()))
            .flatMap(types -> types));
  }

  private static Stream<Layer> testedLayers() {
    return LayerCases.all().values().stream()
        .map(model -> model.resolve().layer(LayerCases.TESTED).layer());
  }

  private static Stream<WeightSpec> testedWeights() {
    Stream<ModelSpec> layers =
        Stream.of(LayerCases.all(), ConstraintCases.all())
            .flatMap(cases -> cases.values().stream());
    return Stream.concat(layers, LossCases.all().values().stream().map(CompiledCase::spec))
        .flatMap(model -> model.resolve().weights().stream());
  }

  private static Stream<Layer> layers(ModelSpec model) {
    return model.layers().stream().map(LayerSpec::layer);
  }

  private static Stream<Class<?>> types(Stream<?> things) {
    return things.map(Object::getClass);
  }

  private static void assertNothingMissing(
      Class<?> kind, String advice, Stream<? extends Class<?>> present) {
    List<? extends Class<?>> cases = present.toList();
    assertThat(permitted(kind).filter(type -> !cases.contains(type)).map(Class::getSimpleName))
        .as("%s types without a golden case; %s", kind.getSimpleName(), advice)
        .isEmpty();
  }

  /** The records that implement a sealed interface, directly or through other interfaces. */
  private static Stream<Class<?>> permitted(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(GoldenCoverageTest::permitted)
        : Stream.of(type);
  }
}
