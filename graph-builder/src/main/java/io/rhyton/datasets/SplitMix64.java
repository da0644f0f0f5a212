package io.rhyton.datasets;

/**
 * The SplitMix64 generator, implemented here so that a seed gives the same numbers on every JVM.
 *
 * <p>Source: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.
 */
final class SplitMix64 {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  private SplitMix64(long state) {
    this.state = state;
  }

  /** A generator for one of many samples, each with its own sequence. */
  static SplitMix64 of(long seed, long sample) {
    return new SplitMix64(mix(mix(seed) + sample));
  }

  private static long mix(long bits) {
    long first = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    long second = (first ^ (first >>> 27)) * 0x94d049bb133111ebL;
    return second ^ (second >>> 31);
  }

  /** The next number, from {@code low} to below {@code high}. */
  double between(double low, double high) {
    state += GOLDEN_GAMMA;
    return low + (mix(state) >>> 11) * 0x1p-53 * (high - low);
  }
}
