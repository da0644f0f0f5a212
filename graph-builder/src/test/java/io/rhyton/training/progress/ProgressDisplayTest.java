package io.rhyton.training.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.data.BatchSource;
import io.rhyton.data.Dataset;
import io.rhyton.history.Scores;
import io.rhyton.training.Model;
import io.rhyton.training.SmallModels;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {
  private static final int STEPS = 1000;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final AtomicInteger scoresBuilt = new AtomicInteger();

  private static Scores scores() {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("loss", 1.0233);
    values.put("accuracy", 0.6378);
    values.put("val_loss", 1.09);
    values.put("val_accuracy", 0.612);
    return new Scores(values);
  }

  private Scores running() {
    scoresBuilt.incrementAndGet();
    return new Scores(Map.of("loss", 1.5));
  }

  private void train(ProgressDisplay display) {
    for (int epoch = 1; epoch <= 2; epoch++) {
      display.starts("Epoch " + epoch + "/25", 0, STEPS);
      for (int step = 1; step <= STEPS; step++) {
        display.step(step, this::running);
      }
      display.ends(Duration.ofMillis(57_200), scores());
    }
    display.close();
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  /** The final content of a terminal: of each line only the text after the last carriage return. */
  private String shown() {
    return printed().replaceAll("(?m)^.*\r", "");
  }

  @Test
  void linesShowOneLinePerEpoch() {
    train(ProgressDisplay.of(Progress.LINES, out));

    assertThat(printed())
        .isEqualTo(
            """
            Epoch 1/25 - 57.2s - loss: 1.0233 - accuracy: 0.6378 - val_loss: 1.0900 - val_accuracy: 0.6120
            Epoch 2/25 - 57.2s - loss: 1.0233 - accuracy: 0.6378 - val_loss: 1.0900 - val_accuracy: 0.6120
            """);
    assertThat(scoresBuilt).hasValue(0);
  }

  @Test
  void noneShowsNothing() {
    train(ProgressDisplay.of(Progress.NONE, out));

    assertThat(printed()).isEmpty();
    assertThat(scoresBuilt).hasValue(0);
  }

  @Test
  void barRemainsWithTheScoresOfTheEpoch() {
    train(new BarDisplay(out, BarStyle.LINES, 60));

    assertThat(shown())
        .isEqualTo(
            """
            Epoch 1/25 ━━━━━━━━━━━━━━━━━━━━ 1000/1000 - 57.2s - loss: 1.0233 - accuracy: 0.6378\
             - val_loss: 1.0900 - val_accuracy: 0.6120
            Epoch 2/25 ━━━━━━━━━━━━━━━━━━━━ 1000/1000 - 57.2s - loss: 1.0233 - accuracy: 0.6378\
             - val_loss: 1.0900 - val_accuracy: 0.6120
            """);
    assertThat(printed()).contains("1000/1000 - loss: 1.5000");
  }

  @Test
  void barComputesScoresOnlyToShowThem() {
    train(new BarDisplay(out, BarStyle.ASCII, 60));

    assertThat(scoresBuilt.get()).isGreaterThanOrEqualTo(2).isLessThan(STEPS / 2);
  }

  @Test
  void unfinishedBarIsLeftOnItsLine() {
    try (ProgressDisplay display = ProgressDisplay.of(Progress.BAR, out)) {
      display.starts("Epoch 1/25", 0, 4);
      display.step(1, this::running);
    }

    assertThat(shown()).startsWith("Epoch 1/25 ").contains(" 1/4 - ").endsWith("\n");
  }

  @Test
  void resumedBarCountsFromItsFirstStep() {
    try (ProgressDisplay display = ProgressDisplay.of(Progress.BAR, out)) {
      display.starts("Epoch 1/25", 3, 4);
    }

    assertThat(shown()).startsWith("Epoch 1/25 ").contains(" 3/4").doesNotContain("left");
  }

  @Test
  void oneBarIsShownAtATime() {
    try (ProgressDisplay display = ProgressDisplay.of(Progress.BAR, out)) {
      display.starts("Epoch 1/25", 0, 4);
      assertThat(BarDisplay.isOneShown()).isTrue();
    }
    assertThat(BarDisplay.isOneShown()).isFalse();
  }

  @Test
  void shortRunShowsNothing() {
    train(new DelayedDisplay(() -> new BarDisplay(out, BarStyle.ASCII, 60), Duration.ofHours(1)));

    assertThat(printed()).isEmpty();
    assertThat(scoresBuilt).hasValue(0);
  }

  @Test
  void longRunIsShownAfterTheDelay() {
    train(new DelayedDisplay(() -> new LineDisplay(out), Duration.ZERO));

    assertThat(printed()).hasLineCount(2).startsWith("Epoch 1/25 - 57.2s - loss: 1.0233");
  }

  @Test
  void evaluationIsShownAsRequested() {
    Dataset data = SmallModels.images(40);
    PrintStream before = System.out;
    System.setOut(out);
    try (Model model = SmallModels.compiled(1)) {
      model.evaluate(data, 16);
      model.evaluate(data, 16, Progress.NONE);
      assertThat(printed()).isEmpty();
      Scores scores = model.evaluate(data, 16, Progress.LINES);
      assertThat(printed()).matches("Evaluation - \\d+\\.\\ds - " + scores + "\n");
      model.evaluate(data, 16, Progress.BAR);
      assertThat(shown()).contains(" 3/3 - ").endsWith(" - " + scores + "\n");
      model.evaluate(BatchSource.ofPasses(pass -> Stream.of(data)), 16, Progress.BAR);
      assertThat(shown()).contains(" 1/1 - ");
    } finally {
      System.setOut(before);
    }
  }

  @Test
  void barPreservesAnInterrupt() {
    Thread.currentThread().interrupt();
    train(new BarDisplay(out, BarStyle.ASCII, 60));

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void lineFitsTheTerminal() {
    assertThat(BarDisplay.line(BarStyle.ASCII, "Epoch 1/9", 1, 4, " - loss: 1", 80))
        .isEqualTo("Epoch 1/9 =====............... 1/4 - loss: 1");
    assertThat(BarDisplay.line(BarStyle.ASCII, "Epoch 1/9", 2, 4, " - loss: 1", 34))
        .isEqualTo("Epoch 1/9 =====..... 2/4 - loss: 1");
    assertThat(BarDisplay.line(BarStyle.ASCII, "Epoch 1/9", 2, 4, " - loss: 1", 26))
        .isEqualTo("Epoch 1/9 2/4 - loss: 1");
  }

  @Test
  void epochWithoutStepsIsDone() {
    assertThat(BarDisplay.line(BarStyle.ASCII, "Epoch 1/1", 0, 0, "", 80))
        .isEqualTo("Epoch 1/1 ==================== 0/0");
  }

  @Test
  void timeLeftIsExtrapolatedFromPastSteps() {
    assertThat(BarDisplay.timeLeft(10, 20, Duration.ofSeconds(65))).isEqualTo(" - 1:05 left");
    assertThat(BarDisplay.timeLeft(1, 101, Duration.ofSeconds(40))).isEqualTo(" - 1:06:40 left");
    assertThat(BarDisplay.timeLeft(0, 20, Duration.ofSeconds(65))).isEmpty();
    assertThat(BarDisplay.timeLeft(20, 20, Duration.ofSeconds(65))).isEmpty();
  }
}
