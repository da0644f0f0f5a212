package io.rhyton.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.training.Model;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LeakGuardTest {
  private static final Logger LOGGER = Logger.getLogger(LeakGuard.class.getName());

  private final List<LogRecord> warnings = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord warning) {
          warnings.add(warning);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void collectWarnings() {
    LOGGER.addHandler(handler);
    LOGGER.setUseParentHandlers(false);
  }

  @AfterEach
  void collectNoMore() {
    LOGGER.removeHandler(handler);
    LOGGER.setUseParentHandlers(true);
  }

  @Test
  @Timeout(60)
  void aForgottenModelIsReleasedWithAWarningThatSaysWhereItWasOpened() throws Exception {
    open("first").close();
    long before = Pointer.totalCount();
    forget();
    while (warnings.isEmpty() || Pointer.totalCount() > before) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0).getMessage())
        .isEqualTo("Model 'forgotten' was not closed. Open it in a try-with-resources statement.");
    assertThat(warnings.get(0).getThrown().getStackTrace())
        .anyMatch(frame -> frame.getMethodName().equals("forget"));
  }

  @SuppressWarnings("MustBeClosedChecker")
  private static void forget() {
    open("forgotten").predict(new float[] {1, 2});
  }

  @SuppressWarnings("MustBeClosedChecker")
  private static Model open(String name) {
    return Model.compile(
        Sequential.vector(2).add(Dense.of(1)).build(name), Adam.of(), MeanSquaredError.of());
  }

  @Test
  void aClosedModelGivesNoWarning() throws InterruptedException {
    Model model = open("closed");
    model.close();
    model.close();
    System.gc();
    Thread.sleep(50);
    assertThat(warnings).isEmpty();
  }
}
