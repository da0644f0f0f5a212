package io.rhyton.golden.cases;

import static io.rhyton.model.layer.ActivationFunction.SIGMOID;
import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;

import io.rhyton.golden.file.Golden;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.objective.Accuracy;
import io.rhyton.model.objective.BinaryCrossentropy;
import io.rhyton.model.objective.CategoricalCrossentropy;
import io.rhyton.model.objective.Dice;
import io.rhyton.model.objective.Loss;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import java.util.LinkedHashMap;
import java.util.Map;

/** The models of {@code weighted_cases.py}. */
public final class WeightedCases {
  private WeightedCases() {}

  public static Map<String, CompiledCase> all() {
    Map<String, CompiledCase> several = SeveralCases.all();
    Map<String, CompiledCase> cases = new LinkedHashMap<>();
    CompiledCase numbers = row(3, SOFTMAX, SparseCategoricalCrossentropy.of());
    cases.put("samples", numbers);
    cases.put("each_output", Golden.required(several, "losses_by_name"));
    cases.put("all_outputs", Golden.required(several, "one_loss"));
    cases.put("places", Golden.required(several, "pixels"));
    cases.put("places_one_hot", Golden.required(several, "pixels_one_hot"));
    cases.put("places_squares", Golden.required(several, "pixels_squares"));
    cases.put("samples_of_places", Golden.required(several, "pixels_binary"));
    cases.put(
        "ignored",
        new CompiledCase(
            SeveralCases.front().add("kinds", Conv2D.of(3, 1).activation(SOFTMAX)).build("golden"),
            CompileSpec.of(
                SeveralCases.MOMENTUM,
                SparseCategoricalCrossentropy.of().ignoreClass(1),
                Accuracy.of())));
    cases.put("whole_batch", row(3, SOFTMAX, Dice.of()));
    cases.put("classes", numbers);
    cases.put("classes_one_hot", row(3, SOFTMAX, CategoricalCrossentropy.of()));
    cases.put("classes_binary", row(1, SIGMOID, BinaryCrossentropy.of()));
    return cases;
  }

  private static CompiledCase row(int units, ActivationFunction activation, Loss loss) {
    return new CompiledCase(
        SeveralCases.front()
            .add("rows", Flatten.of())
            .add("kinds", Dense.of(units).activation(activation))
            .build("golden"),
        CompileSpec.of(SeveralCases.MOMENTUM, loss, Accuracy.of()));
  }
}
