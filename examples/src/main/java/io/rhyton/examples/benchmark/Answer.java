package io.rhyton.examples.benchmark;

/**
 * The result of a worker process.
 *
 * @param text the result as text
 * @param seconds time from just before the process was started until it printed the result
 */
record Answer(String text, double seconds) {}
