package io.rhyton.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.golden.cases.SummaryCases;
import io.rhyton.golden.file.Golden;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SummaryGoldenTest {
  private static final JsonNode GOLDEN = Golden.read("summaries");

  static List<String> cases() {
    return Golden.names(GOLDEN);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void summaryMatchesKeras(String name) {
    List<String> expected =
        StreamSupport.stream(GOLDEN.get(name).spliterator(), false)
            .map(JsonNode::textValue)
            .toList();
    String summary = Golden.required(SummaryCases.all(), name).summary();
    assertThat(summary.lines().map(String::stripTrailing).toList()).isEqualTo(expected);
  }
}
