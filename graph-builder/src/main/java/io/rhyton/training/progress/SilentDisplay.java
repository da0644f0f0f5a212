package io.rhyton.training.progress;

import io.rhyton.history.Scores;
import java.time.Duration;
import java.util.function.Supplier;

/** A display that prints nothing. */
final class SilentDisplay implements ProgressDisplay {

  @Override
  public void starts(String title, int done, int steps) {}

  @Override
  public void step(int step, Supplier<Scores> running) {}

  @Override
  public void ends(Duration duration, Scores scores) {}

  @Override
  public void stopped(String reason) {}

  @Override
  public void close() {}
}
