package io.rhyton.golden.cases;

import static io.rhyton.model.layer.ActivationFunction.LINEAR;
import static io.rhyton.model.layer.ActivationFunction.RELU;
import static io.rhyton.model.layer.ActivationFunction.SIGMOID;
import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;

import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.layer.Rescaling;
import io.rhyton.model.objective.BinaryCrossentropy;
import io.rhyton.model.objective.CategoricalCrossentropy;
import io.rhyton.model.objective.Loss;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Image;
import io.rhyton.model.weight.L2;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The losses of {@code crossentropy_cases.py}: an identity layer and difficult inputs. */
public final class CrossentropyCases {
  private final Map<String, CompiledCase> cases = new LinkedHashMap<>();

  private CrossentropyCases() {}

  public static Map<String, CompiledCase> all() {
    CrossentropyCases all = new CrossentropyCases();
    CategoricalCrossentropy categorical = CategoricalCrossentropy.of();
    SparseCategoricalCrossentropy sparse = SparseCategoricalCrossentropy.of();
    BinaryCrossentropy binary = BinaryCrossentropy.of();
    all.crossentropies("categorical", categorical, categorical.fromLogits(true), SOFTMAX);
    all.crossentropies("sparse", sparse, sparse.fromLogits(true), SOFTMAX);
    all.crossentropies("binary", binary, binary.fromLogits(true), SIGMOID);
    Sequential<FeatureVector> handedOn =
        IdentityModel.of(4, SOFTMAX).add(Activation.of(LINEAR)).add(Dropout.of(0));
    all.add("categorical_softmax_extreme_handed_on", handedOn, categorical);
    all.add("categorical_soft_labels", IdentityModel.of(4, SOFTMAX), categorical);
    all.add("categorical_probabilities_soft_labels", IdentityModel.of(4, RELU), categorical);
    all.add("categorical_sigmoid", IdentityModel.of(4, SIGMOID), categorical);
    all.add("sparse_sigmoid", IdentityModel.of(4, SIGMOID), sparse);
    all.add("binary_softmax", IdentityModel.of(4, SOFTMAX), binary);
    all.add("binary_one_output", IdentityModel.of(1, SIGMOID), binary);
    all.add("mean_squared_error", IdentityModel.of(4, LINEAR), MeanSquaredError.of());
    all.add("mean_squared_error_sigmoid", IdentityModel.of(4, SIGMOID), MeanSquaredError.of());
    all.regularized();
    return all.cases;
  }

  private void crossentropies(
      String name, Loss loss, Loss fromLogits, ActivationFunction function) {
    String prefix = name + "_" + function.name().toLowerCase(Locale.ROOT);
    Sequential<FeatureVector> activated = IdentityModel.of(4, function);
    Sequential<FeatureVector> rescaled = activated.add(Rescaling.of(0.5));
    add(prefix, activated, loss);
    add(prefix + "_extreme", activated, loss);
    add(prefix + "_layer", IdentityModel.of(4, LINEAR).add(Activation.of(function)), loss);
    add(prefix + "_called_logits", activated, fromLogits);
    add(prefix + "_rescaled", rescaled, loss);
    add(prefix + "_extreme_rescaled", rescaled, loss);
    add(name + "_logits", IdentityModel.of(4, LINEAR), fromLogits);
    add(name + "_logits_extreme", IdentityModel.of(4, LINEAR), fromLogits);
    add(name + "_logits_relu", IdentityModel.of(4, RELU), fromLogits);
    add(name + "_probabilities", IdentityModel.of(4, RELU), loss);
  }

  private void regularized() {
    Dense dense = Dense.of(3).kernelRegularizer(L2.of(0.01)).biasRegularizer(L2.of(0.25));
    Conv2D conv = Conv2D.of(3, 2).kernelRegularizer(L2.of(0.01)).biasRegularizer(L2.of(0.25));
    Loss loss = CategoricalCrossentropy.of().fromLogits(true);
    add("l2_dense", Sequential.vector(4).add("layer", dense), loss);
    Sequential<Image> convolved = Sequential.image(4, 4, 2).add("layer", conv);
    add("l2_conv2d", convolved.add(GlobalAveragePooling2D.of()), loss);
  }

  private void add(String name, Sequential<FeatureVector> layers, Loss loss) {
    ModelSpec model = layers.build("golden");
    cases.put(name, CompiledCase.of(model, loss));
  }
}
