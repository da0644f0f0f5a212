package io.rhyton.golden;

import static io.rhyton.callback.Monitor.Mode.MAX;
import static io.rhyton.callback.Monitor.Mode.MIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.callback.Callback;
import io.rhyton.callback.EarlyStopping;
import io.rhyton.callback.ReduceLROnPlateau;
import io.rhyton.callback.Training;
import io.rhyton.data.Dataset;
import io.rhyton.golden.file.Golden;
import io.rhyton.history.EpochLog;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.progress.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.ndarray.Shape;

class CallbackGoldenTest {
  private static final JsonNode GOLDEN = Golden.read("callbacks");
  private static final String MEASURED = "measured";
  private static final EarlyStopping STOPPING = EarlyStopping.of(MEASURED).mode(MIN);
  private static final ReduceLROnPlateau PLATEAU = ReduceLROnPlateau.of(MEASURED).mode(MIN);
  private static final Map<String, Callback> CASES = cases();
  private static final ModelSpec MODEL =
      Sequential.vector(1).add("layer", Dense.of(1).useBias(false)).build("golden");
  private static final Dataset DATA = Dataset.vectors(new float[][] {{1}}, new float[][] {{1}});

  private static Map<String, Callback> cases() {
    Map<String, Callback> cases = new TreeMap<>();
    cases.put("stopping", STOPPING);
    cases.put("stopping_patience", STOPPING.patience(3));
    cases.put("stopping_max", STOPPING.mode(MAX).patience(2));
    cases.put("stopping_first", STOPPING);
    cases.put("stopping_delta", STOPPING.patience(2).minDelta(0.05));
    cases.put("stopping_baseline", STOPPING.patience(4).baseline(0.75));
    cases.put("stopping_restore", STOPPING.patience(3).restoreBestWeights(true));
    cases.put("stopping_restore_unstopped", STOPPING.patience(20).restoreBestWeights(true));
    cases.put("stopping_start", STOPPING.patience(1).startFromEpoch(4).restoreBestWeights(true));
    cases.put("stopping_nan", STOPPING.patience(2).restoreBestWeights(true));
    cases.put("plateau", PLATEAU.patience(2));
    cases.put("plateau_max", PLATEAU.mode(MAX).patience(2).factor(0.5));
    cases.put("plateau_patience_0", PLATEAU.patience(0).factor(0.5));
    cases.put("plateau_delta", PLATEAU.patience(2).factor(0.5).minDelta(0.05));
    cases.put("plateau_cooldown", PLATEAU.patience(1).factor(0.5).cooldown(2));
    cases.put("plateau_min_lr", PLATEAU.patience(1).factor(0.3).minLr(0.02));
    cases.put("plateau_nan", PLATEAU.patience(1).factor(0.5));
    return cases;
  }

  static List<String> names() {
    return Golden.names(GOLDEN);
  }

  @Test
  void everyGoldenCaseHasACallback() {
    assertThat(CASES.keySet()).containsExactlyInAnyOrderElementsOf(names());
  }

  @ParameterizedTest
  @MethodSource("names")
  void stopsLearningRatesAndWeightsMatchKeras(String name) {
    JsonNode golden = GOLDEN.get(name);
    Script script = new Script(golden.get("values"));
    Rates rates = new Rates();
    try (Model model = Model.compile(MODEL, SGD.of(0.1), MeanSquaredError.of())) {
      Fit fit = Fit.epochs(golden.get("values").size()).progress(Progress.NONE);
      model.fit(DATA, fit.callbacks(script, Golden.required(CASES, name), rates));
      assertThat(rates.seen).containsExactly(boxed(Golden.floats(golden.get("rates"))));
      assertThat(model.weights().values("layer/kernel"))
          .containsExactly(golden.get("weight").floatValue());
    }
  }

  private static Float[] boxed(float[] values) {
    Float[] boxed = new Float[values.length];
    Arrays.setAll(boxed, i -> values[i]);
    return boxed;
  }

  /** Sets a metric to given values, and the weight to the number of the epoch. */
  private record Script(JsonNode values) implements Callback {
    @Override
    public List<String> logs() {
      return List.of(MEASURED);
    }

    @Override
    public void onEpochEnd(Training training, EpochLog log) {
      JsonNode value = values.get(log.epoch() - 1);
      training.log(MEASURED, value.isNull() ? Double.NaN : value.doubleValue());
      float[] epoch = {log.epoch()};
      training.loadWeights(Weights.builder().add("layer/kernel", Shape.of(1, 1), epoch).build());
    }
  }

  private static final class Rates implements Callback {
    private final List<Float> seen = new ArrayList<>();

    @Override
    public void onEpochEnd(Training training, EpochLog log) {
      seen.add(training.learningRate());
    }
  }
}
