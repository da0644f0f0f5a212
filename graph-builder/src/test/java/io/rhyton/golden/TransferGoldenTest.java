package io.rhyton.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.data.Dataset;
import io.rhyton.golden.file.Golden;
import io.rhyton.golden.parity.Closeness;
import io.rhyton.model.Functional;
import io.rhyton.model.ModelNodes;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Add;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.objective.Accuracy;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Padding;
import io.rhyton.training.Model;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.progress.Progress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The models of {@code transfer_cases.py}, first trained with frozen layers, then fine-tuned. */
class TransferGoldenTest {
  private static final JsonNode GOLDEN = Golden.read("transfer");
  private static final double TOLERANCE = 1e-4;
  private static final Dense HEAD = Dense.of(3).activation(ActivationFunction.SOFTMAX);
  private static final Map<String, Stages> CASES =
      Map.of("chain", chain(), "graph", graph(), "nested", nested());
  private static final Fit FIT =
      Fit.epochs(3).batchSize(4).shuffle(false).validationSplit(0.2).progress(Progress.NONE);

  /** A model in its two stages of training. */
  private record Stages(ModelSpec head, ModelSpec whole) {}

  private static Stages chain() {
    ModelSpec old =
        Sequential.image(6, 6, 2)
            .add("conv", Conv2D.of(3, 3).activation(ActivationFunction.RELU))
            .add("norm", BatchNormalization.of())
            .add("flatten", Flatten.of())
            .add("old_head", Dense.of(5))
            .build("old");
    ModelSpec spec =
        Sequential.from(old.upTo("flatten").freeze(), FeatureVector.class)
            .add("head", HEAD)
            .build("new");
    return new Stages(spec, spec.unfreeze());
  }

  private static Stages graph() {
    Node<Image> image = Functional.image("image", 6, 6, 2);
    Node<Image> edges = image.then("edges", Conv2D.of(3, 3).padding(Padding.SAME));
    Node<Image> both = Add.of(edges, edges.then("norm", BatchNormalization.of())).named("sum");
    Node<FeatureVector> pooled = both.then("pooled", GlobalAveragePooling2D.of());
    ModelNodes old =
        ModelNodes.of(Functional.build("old", image, pooled.then("old_head", Dense.of(5))));
    ModelSpec spec =
        Functional.build(
            "new", old.input(), old.output("pooled", FeatureVector.class).then("head", HEAD));
    ModelSpec frozen = spec.freezeUpTo("pooled");
    return new Stages(frozen, frozen.unfreeze("edges"));
  }

  private static Stages nested() {
    ModelSpec base =
        Sequential.image(6, 6, 2)
            .add("conv", Conv2D.of(3, 3).activation(ActivationFunction.RELU))
            .add("norm", BatchNormalization.of())
            .add("deeper", Conv2D.of(2, 3).activation(ActivationFunction.RELU))
            .add("flatten", Flatten.of())
            .build("base");
    ModelSpec spec =
        Sequential.image(6, 6, 2)
            .add("base", NestedModel.vector(base))
            .add("head", HEAD)
            .build("new")
            .freeze("base");
    return new Stages(spec, spec.unfreeze(layer -> !(layer.layer() instanceof BatchNormalization)));
  }

  static List<String> cases() {
    return Golden.names(GOLDEN);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void historyAndWeightsMatchKerasBeforeAndAfterUnfreezing(String name) {
    JsonNode golden = GOLDEN.get(name);
    Stages stages = Golden.required(CASES, name);
    try (Model head =
        Model.compile(
            stages.head, Adam.of(0.01), SparseCategoricalCrossentropy.of(), Accuracy.of())) {
      Dataset data = GoldenData.of(golden, head);
      head.loadWeights(Golden.weights(golden.get("start")));
      assertTrainsAsKeras(name + ", head", head, data, golden.get("head"));
      try (Model whole = head.recompile(stages.whole, Adam.of(0.001))) {
        assertTrainsAsKeras(name + ", whole", whole, data, golden.get("whole"));
      }
    }
  }

  /** After many steps of Adam, losses are no closer than weights. */
  private static void assertTrainsAsKeras(String name, Model model, Dataset data, JsonNode keras) {
    FitGoldenTest.assertSame(name, model.fit(data, FIT), keras.get("history"), TOLERANCE);
    Closeness.assertClose(name, model.weights(), keras.get("after"), TOLERANCE);
  }
}
