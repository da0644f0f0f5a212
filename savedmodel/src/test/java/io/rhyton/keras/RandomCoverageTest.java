package io.rhyton.keras;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.codegen.KerasSource;
import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.layer.Arithmetic;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.layer.NumberArithmetic;
import io.rhyton.model.layer.RandomCrop;
import io.rhyton.model.layer.RandomFlip;
import io.rhyton.model.layer.Reduction;
import io.rhyton.model.layer.Reshape;
import io.rhyton.model.layer.UnaryOperation;
import io.rhyton.model.objective.Loss;
import io.rhyton.model.objective.Metric;
import io.rhyton.model.optimizer.Lion;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.schedule.ConstantLearningRate;
import io.rhyton.model.schedule.LearningRate;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.FanAxes;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.UnitForgetBias;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The random models contain every type; a new one fails here, by name, until they do. */
class RandomCoverageTest {
  private static final int SEEDS = 1000;
  private static final int PRINTS = 300;

  /** Initializers that are options of layers in Keras, and written with the layer. */
  private static final Set<Class<?>> OF_LAYERS = Set.of(FanAxes.class, UnitForgetBias.class);

  /**
   * Printed otherwise: as a number, a variable, methods of nodes, or with a factory for each rank.
   */
  private static final Set<Class<?>> NOT_BY_FACTORY =
      Set.of(
          FanAxes.class,
          UnitForgetBias.class,
          ConstantLearningRate.class,
          NestedModel.class,
          InputLayer.class,
          Reshape.class,
          Arithmetic.class,
          NumberArithmetic.class,
          Reduction.class,
          UnaryOperation.class);

  private static final Set<Class<?>> ROUND_TRIPS =
      parts(
          LongStream.range(0, SEEDS)
              .boxed()
              .flatMap(seed -> Stream.of(RandomModels.draw(seed), RandomCompileSpecs.draw(seed))));

  private static final Set<Class<?>> COMPARED =
      parts(
          LongStream.range(0, SEEDS)
              .mapToObj(RandomCase::draw)
              .flatMap(drawn -> Stream.of(drawn.spec(), drawn.compileSpec())));

  private static final String PRINTED =
      LongStream.range(0, PRINTS)
          .mapToObj(
              seed ->
                  KerasSource.print("M", RandomModels.draw(seed), RandomCompileSpecs.draw(seed)))
          .collect(Collectors.joining());

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
  void everyTypeIsInAModelThatIsWrittenAndRead(Class<?> kind) {
    assertThat(missing(kind, type -> ROUND_TRIPS.contains(type) || OF_LAYERS.contains(type)))
        .as(
            "%s types that are in no random model; draw them in RandomLayers,"
                + " RandomSequenceLayers, RandomPreprocessing, RandomOptimizers or"
                + " RandomCompileSpecs",
            kind.getSimpleName())
        .isEmpty();
  }

  @Test
  void everyLayerIsInAModelThatIsComparedWithKeras() {
    // No option disables their randomness.
    Set<Class<?>> wild = Set.of(RandomCrop.class, RandomFlip.class);
    assertThat(missing(Layer.class, type -> COMPARED.contains(type) || wild.contains(type)))
        .as(
            "layers that are in no model of RandomCase; draw them in FittingLayers, or in one of"
                + " the classes that it draws from")
        .isEmpty();
  }

  @Test
  void everyOptimizerIsInAModelThatIsComparedWithKeras() {
    // Lion is left out by RandomCase, which says why.
    assertThat(missing(Optimizer.class, type -> COMPARED.contains(type) || type == Lion.class))
        .as("optimizers that are in no model of RandomCase; draw them in RandomOptimizers")
        .isEmpty();
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
  void everyTypeIsPrintedByItsFactory(Class<?> kind) {
    assertThat(
            missing(
                kind,
                type ->
                    NOT_BY_FACTORY.contains(type)
                        || !ROUND_TRIPS.contains(type)
                        || PRINTED.contains(type.getSimpleName() + ".of(")))
        .as(
            "%s types that KerasSource prints with their constructors; give them a method 'of'"
                + " for the first components, and one for each other component",
            kind.getSimpleName())
        .isEmpty();
  }

  private static List<String> missing(Class<?> kind, Predicate<Class<?>> isPresent) {
    return SealedTypes.records(kind).filter(isPresent.negate()).map(Class::getSimpleName).toList();
  }

  private static Set<Class<?>> parts(Stream<?> models) {
    Set<Class<?>> parts = new HashSet<>();
    models.forEach(model -> addParts(model, parts));
    return parts;
  }

  private static void addParts(@Nullable Object value, Set<Class<?>> parts) {
    if (value instanceof ModelSpec model) {
      model.layers().stream().map(LayerSpec::layer).forEach(layer -> addParts(layer, parts));
    } else if (value instanceof Collection<?> several) {
      several.forEach(each -> addParts(each, parts));
    } else if (value instanceof Map<?, ?> map) {
      addParts(map.values(), parts);
    } else if (value instanceof Record record) {
      parts.add(record.getClass());
      for (@Nullable Object component : RecordCopies.values(record)) {
        addParts(component, parts);
      }
    }
  }
}
