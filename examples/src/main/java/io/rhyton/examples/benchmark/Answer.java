package io.rhyton.examples.benchmark;

/**
 * What a worker process said.
 *
 * @param text its result
 * @param seconds from before the process was started until it said so
 */
record Answer(String text, double seconds) {}
