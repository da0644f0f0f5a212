package io.rhyton.batch;

/** Work in pieces that may be done by several threads at once. */
interface Piecework {

  /** How many pieces there are, at least one. */
  int pieces();

  /** Does a piece; keeps what is thrown. */
  void run(int piece);
}
