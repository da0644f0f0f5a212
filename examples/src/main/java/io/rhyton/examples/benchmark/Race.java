package io.rhyton.examples.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs both sides alternately, never at the same time.
 *
 * @param rhyton one side
 * @param keras the other side
 * @param images the image file
 * @param steps number of training steps per measurement
 */
record Race(Contender rhyton, Contender keras, Path images, int steps) {

  String versions(Contender contender) {
    return contender.run(Task.VERSIONS, images, steps).text();
  }

  /** Measures each side {@code pairs} times. */
  Comparison run(Measure measure, int pairs) {
    List<Double> ours = new ArrayList<>();
    List<Double> others = new ArrayList<>();
    for (int pair = 1; pair <= pairs; pair++) {
      // The order alternates, so that no side always runs on a warmer machine.
      if (pair % 2 == 1) {
        ours.add(our(measure));
        others.add(other(measure));
      } else {
        others.add(other(measure));
        ours.add(our(measure));
      }
      System.out.printf(
          "%s, pair %d of %d: %s vs. %s %s%n",
          measure.title(),
          pair,
          pairs,
          ComparisonTable.number(ours.get(pair - 1)),
          ComparisonTable.number(others.get(pair - 1)),
          measure.unit());
    }
    return new Comparison(measure, ours, others);
  }

  private double our(Measure measure) {
    // The streamed data must not fit into memory.
    Contender contender =
        measure == Measure.STREAM ? rhyton.withHeap(BenchmarkWorker.tenthOf(steps)) : rhyton;
    return measure.value(contender.run(measure.task(), images, steps));
  }

  private double other(Measure measure) {
    Contender other =
        switch (measure.rival()) {
          case KERAS -> keras;
          case RHYTON -> rhyton;
        };
    return measure.value(other.run(measure.otherTask(), images, steps));
  }
}
