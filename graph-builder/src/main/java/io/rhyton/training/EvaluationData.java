package io.rhyton.training;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.batch.Batches;

/** What is measured without training on it. */
interface EvaluationData {

  /** Starts a pass over its batches. */
  @MustBeClosed
  Batches pass();
}
