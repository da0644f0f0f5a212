package io.rhyton.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTextTest {
  private static final String LONG = "x".repeat(50_000);

  @Test
  void aShortTextIsKept() {
    assertThat(MessageText.line("a b")).isEqualTo("a b");
    assertThat(MessageText.name("dense_1")).isEqualTo("'dense_1'");
    assertThat(MessageText.list(List.of("a", 1))).isEqualTo("[a, 1]");
    assertThat(MessageText.list(List.of())).isEqualTo("[]");
  }

  @Test
  void controlCharactersAreEscaped() {
    assertThat(MessageText.line("a\nb\r\tc\0d\u2028")).isEqualTo("a\\nb\\r\\tc\\u0000d\\u2028");
  }

  @Test
  void aLongTextIsCut() {
    assertThat(MessageText.name(LONG)).isEqualTo("'" + "x".repeat(200) + "…'");
    assertThat(MessageText.line("\n".repeat(50_000))).isEqualTo("\\n".repeat(100) + "…");
    assertThat(MessageText.list(Collections.nCopies(9_000, "ab")))
        .startsWith("[ab, ab, ")
        .endsWith(", ab, …]")
        .hasSizeLessThan(220);
    assertThat(MessageText.list(List.of(LONG, "b"))).endsWith("xx…, …]");
  }

  @Test
  void aCharacterOfTwoUnitsIsNotSplit() {
    assertThat(MessageText.cut("a😀", 2)).isEqualTo("a…");
    assertThat(MessageText.cut("a😀b", 3)).isEqualTo("a😀…");
  }

  @Test
  void aLongPartOfAMessageIsCutInTheMiddle() {
    SpecException thrown = new SpecException("Layer '" + LONG + "'", "a\nb", LONG, "Fix it.");
    assertThat(thrown)
        .hasMessage(
            "Layer '%s…%s': expected a\\nb, got %s…%s. Fix it.",
            "x".repeat(218), "x".repeat(224), "x".repeat(225), "x".repeat(225));
    assertThat(thrown.received()).isEqualTo(LONG);
  }

  @Test
  void aListOfProblemsKeepsItsLines() {
    assertThat(new SpecException("a", "b", "2 problems:\n  one\ntwo\n  three", "Fix it."))
        .hasMessage("a: expected b, got 2 problems:\n  one\\ntwo\n  three. Fix it.");
    String many = "\n  x".repeat(100_000);
    assertThat(new SpecException("a", "b", many, "c").getMessage()).hasSizeLessThan(2_000);
  }
}
