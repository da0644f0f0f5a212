package io.rhyton.data.image;

/**
 * The random numbers of NumPy's {@code RandomState}, so that a seed gives the same order as in
 * Python.
 *
 * <p>Source: Matsumoto and Nishimura, "Mersenne Twister: A 623-Dimensionally Equidistributed
 * Uniform Pseudo-Random Number Generator", ACM TOMACS 8, 1998.
 */
final class NumPyRandom {
  private static final int LENGTH = 624;
  private static final int MIDDLE = 397;
  private static final int TWIST = 0x9908_b0df;

  private final int[] state = new int[LENGTH];
  private int next = LENGTH;

  /**
   * Creates a generator in the state of {@code numpy.random.RandomState(seed)}.
   *
   * @param seed from 0 to 2<sup>32</sup> - 1
   */
  NumPyRandom(long seed) {
    state[0] = (int) seed;
    for (int i = 1; i < LENGTH; i++) {
      state[i] = 1_812_433_253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
  }

  /** Shuffles in place, in the same order as NumPy's {@code shuffle}. */
  void shuffle(int[] numbers) {
    for (int i = numbers.length - 1; i > 0; i--) {
      int other = atMost(i);
      int kept = numbers[i];
      numbers[i] = numbers[other];
      numbers[other] = kept;
    }
  }

  /** A number from 0 to {@code largest}, which is positive; rejection sampling as in NumPy. */
  private int atMost(int largest) {
    int mask = -1 >>> Integer.numberOfLeadingZeros(largest);
    int value = nextInt() & mask;
    while (value > largest) {
      value = nextInt() & mask;
    }
    return value;
  }

  private int nextInt() {
    if (next == LENGTH) {
      for (int i = 0; i < LENGTH; i++) {
        int joined = (state[i] & 0x8000_0000) | (state[(i + 1) % LENGTH] & 0x7fff_ffff);
        int twisted = (joined >>> 1) ^ ((joined & 1) == 0 ? 0 : TWIST);
        state[i] = state[(i + MIDDLE) % LENGTH] ^ twisted;
      }
      next = 0;
    }
    int value = state[next++];
    value ^= value >>> 11;
    value ^= (value << 7) & 0x9d2c_5680;
    value ^= (value << 15) & 0xefc6_0000;
    return value ^ (value >>> 18);
  }
}
