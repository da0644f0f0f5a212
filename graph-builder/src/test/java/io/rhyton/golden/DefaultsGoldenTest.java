package io.rhyton.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rhyton.golden.cases.DefaultCases;
import io.rhyton.golden.file.Golden;
import io.rhyton.model.objective.Metric;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DefaultsGoldenTest {
  private static final JsonNode GOLDEN = Golden.read("defaults");

  static Stream<Record> records() {
    return DefaultCases.all().stream();
  }

  static Stream<Record> metrics() {
    return records().filter(Metric.class::isInstance);
  }

  @Test
  void everyGoldenDefaultHasARecord() {
    assertThat(records().map(DefaultsGoldenTest::typeName))
        .as("types of DefaultCases, in the order of record_defaults in text_cases.py")
        .containsExactlyElementsOf(Golden.names(GOLDEN));
  }

  /** Fails for an option of Keras that is neither supported nor listed as not supported. */
  @ParameterizedTest
  @MethodSource("records")
  void defaultsMatchKeras(Record record) {
    ObjectNode expected = GOLDEN.get(typeName(record)).deepCopy();
    expected.remove("name");
    assertThat(KerasConfig.of(record)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void metricNamesMatchKeras(Record metric) {
    assertThat(((Metric) metric).name())
        .isEqualTo(GOLDEN.get(typeName(metric)).get("name").textValue());
  }

  private static String typeName(Record record) {
    return record.getClass().getSimpleName();
  }
}
