package io.rhyton.golden.cases;

import static io.rhyton.model.layer.ActivationFunction.LINEAR;
import static io.rhyton.model.layer.ActivationFunction.RELU;
import static io.rhyton.model.layer.ActivationFunction.SIGMOID;
import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;

import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.objective.BinaryCrossentropy;
import io.rhyton.model.objective.BinaryFocalCrossentropy;
import io.rhyton.model.objective.CategoricalCrossentropy;
import io.rhyton.model.objective.CategoricalFocalCrossentropy;
import io.rhyton.model.objective.CategoricalHinge;
import io.rhyton.model.objective.CosineSimilarity;
import io.rhyton.model.objective.Dice;
import io.rhyton.model.objective.Hinge;
import io.rhyton.model.objective.Huber;
import io.rhyton.model.objective.KLDivergence;
import io.rhyton.model.objective.LogCosh;
import io.rhyton.model.objective.Loss;
import io.rhyton.model.objective.MeanAbsoluteError;
import io.rhyton.model.objective.MeanAbsolutePercentageError;
import io.rhyton.model.objective.MeanSquaredLogarithmicError;
import io.rhyton.model.objective.Poisson;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.objective.SquaredHinge;
import io.rhyton.model.objective.Tversky;
import java.util.LinkedHashMap;
import java.util.Map;

/** The losses of {@code crossentropy_cases.py} and {@code loss_cases.py}. */
public final class LossCases {
  private final Map<String, CompiledCase> cases = new LinkedHashMap<>();

  private LossCases() {}

  public static Map<String, CompiledCase> all() {
    LossCases all = new LossCases();
    all.cases.putAll(CrossentropyCases.all());
    all.distances("mean_absolute_error", MeanAbsoluteError.of());
    all.distances("mean_absolute_percentage_error", MeanAbsolutePercentageError.of());
    all.distances("mean_squared_logarithmic_error", MeanSquaredLogarithmicError.of());
    all.distances("huber", Huber.of());
    all.add("huber_delta", LINEAR, Huber.of().delta(0.5));
    all.distances("log_cosh", LogCosh.of());
    all.add("poisson", LINEAR, Poisson.of());
    all.add("kl_divergence", SOFTMAX, KLDivergence.of());
    all.add("kl_divergence_clipped", LINEAR, KLDivergence.of());
    all.add("cosine_similarity", LINEAR, CosineSimilarity.of());
    all.hinges("hinge", Hinge.of());
    all.hinges("squared_hinge", SquaredHinge.of());
    all.add("categorical_hinge", LINEAR, CategoricalHinge.of());
    all.add("categorical_hinge_ties", LINEAR, CategoricalHinge.of());
    all.add("dice", SIGMOID, Dice.of());
    all.add("tversky", SIGMOID, Tversky.of());
    all.add("tversky_weighed", SIGMOID, Tversky.of().alpha(0.25).beta(0.75));
    all.smoothed();
    all.ignoring();
    all.binaryFocal();
    all.categoricalFocal();
    return all.cases;
  }

  private void distances(String name, Loss loss) {
    add(name, LINEAR, loss);
    add(name + "_extreme", LINEAR, loss);
    add(name + "_ties", LINEAR, loss);
  }

  private void hinges(String name, Loss loss) {
    add(name, LINEAR, loss);
    add(name + "_zeros_and_ones", LINEAR, loss);
    add(name + "_extreme", LINEAR, loss);
    add(name + "_ties", LINEAR, loss);
  }

  private void smoothed() {
    BinaryCrossentropy binary = BinaryCrossentropy.of().labelSmoothing(0.1);
    add("binary_smoothed", SIGMOID, binary);
    add("binary_smoothed_extreme", LINEAR, binary.fromLogits(true));
    add("binary_smoothed_probabilities", RELU, binary);
    CategoricalCrossentropy categorical = CategoricalCrossentropy.of().labelSmoothing(0.1);
    add("categorical_smoothed", SOFTMAX, categorical);
    add("categorical_smoothed_extreme", LINEAR, categorical.fromLogits(true));
    add("categorical_smoothed_probabilities", RELU, categorical);
  }

  private void ignoring() {
    SparseCategoricalCrossentropy sparse = SparseCategoricalCrossentropy.of();
    add("sparse_ignoring", SOFTMAX, sparse.ignoreClass(2));
    add("sparse_ignoring_extreme", LINEAR, sparse.ignoreClass(2).fromLogits(true));
    add("sparse_ignoring_all", SOFTMAX, sparse.ignoreClass(1));
  }

  private void binaryFocal() {
    BinaryFocalCrossentropy focal = BinaryFocalCrossentropy.of();
    add("binary_focal", SIGMOID, focal);
    add("binary_focal_smoothed", SIGMOID, focal.labelSmoothing(0.1));
    add("binary_focal_logits", LINEAR, focal.fromLogits(true));
    add("binary_focal_probabilities", RELU, focal);
    add("binary_focal_balanced", SIGMOID, focal.applyClassBalancing(true).alpha(0.75).gamma(1.5));
  }

  private void categoricalFocal() {
    CategoricalFocalCrossentropy focal = CategoricalFocalCrossentropy.of();
    add("categorical_focal", SOFTMAX, focal);
    add("categorical_focal_smoothed", SOFTMAX, focal.labelSmoothing(0.1));
    add("categorical_focal_logits", LINEAR, focal.fromLogits(true));
    add("categorical_focal_probabilities", RELU, focal);
    add("categorical_focal_options", SOFTMAX, focal.alpha(0.5).gamma(1.5));
  }

  private void add(String name, ActivationFunction activation, Loss loss) {
    cases.put(name, CompiledCase.of(IdentityModel.of(4, activation).build("golden"), loss));
  }
}
