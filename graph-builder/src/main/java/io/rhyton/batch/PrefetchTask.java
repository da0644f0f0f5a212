package io.rhyton.batch;

/** A task in pieces that several threads may run concurrently. */
interface PrefetchTask {

  /** The number of pieces, at least 1. */
  int pieces();

  /** Runs a piece; exceptions are recorded, not thrown. */
  void run(int piece);
}
