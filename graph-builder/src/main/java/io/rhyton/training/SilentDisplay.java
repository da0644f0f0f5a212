package io.rhyton.training;

import java.util.function.Supplier;

/** Shows nothing. */
final class SilentDisplay implements ProgressDisplay {

  @Override
  public void epochStarts(int epoch, int steps) {}

  @Override
  public void step(int step, Supplier<Scores> running) {}

  @Override
  public void epochEnds(EpochLog log) {}

  @Override
  public void ends(History history) {}

  @Override
  public void close() {}
}
