package io.rhyton.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoresTest {

  private static Scores scores(double loss, double accuracy) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("loss", loss);
    values.put("accuracy", accuracy);
    return new Scores(values);
  }

  @Test
  void valuesKeepTheirOrderAndAreCopied() {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("loss", 1.0);
    values.put("accuracy", 0.5);
    Scores scores = new Scores(values);
    values.clear();

    assertThat(scores.values()).containsExactly(Map.entry("loss", 1.0), Map.entry("accuracy", 0.5));
    assertThatThrownBy(() -> scores.values().remove("loss"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void metricsAreAccessedByName() {
    assertThat(scores(0.25, 0.75).loss()).isEqualTo(0.25);
    assertThat(scores(0.25, 0.75).get("accuracy")).isEqualTo(0.75);
  }

  @Test
  void unknownMetricIsReportedWithTheKnownNames() {
    assertThatThrownBy(() -> scores(0.25, 0.75).get("acc"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("metric must be one of [loss, accuracy], got 'acc'");
  }

  @Test
  void textHasFourDecimals() {
    assertThat(scores(0.61234, 0.79)).hasToString("loss: 0.6123 - accuracy: 0.7900");
  }

  @Test
  void smallValuesUseScientificNotationAsInKeras() {
    assertThat(scores(1.2345e-5, 0)).hasToString("loss: 1.2345e-05 - accuracy: 0.0000e+00");
    assertThat(scores(-1.5, -1e-3)).hasToString("loss: -1.5000 - accuracy: -1.0000e-03");
  }
}
