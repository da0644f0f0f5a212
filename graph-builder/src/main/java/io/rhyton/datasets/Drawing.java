package io.rhyton.datasets;

/** An image of {@link SyntheticShapes}: a figure on a shaded background, with noise. */
final class Drawing {
  static final int SIDE = 32;
  static final int CHANNELS = 3;

  private static final double MIDDLE = SIDE / 2.0;

  /** Sampling points per pixel along each axis, for antialiasing. */
  private static final int SUBPIXELS = 4;

  /** The minimum distance of two colors; black and white have a distance of 441. */
  private static final double CONTRAST = 110;

  /** The maximum rotation to either side, 30 degrees. */
  private static final double TILT = Math.PI / 6;

  private final Figure figure;
  private final SplitMix64 random;
  private final double radius;
  private final double centerX;
  private final double centerY;
  private final double cosine;
  private final double sine;
  private final double[] background;
  private final double[] shadeX;
  private final double[] shadeY;
  private final double[] foreground;
  private final double noise;

  Drawing(Figure figure, SplitMix64 random) {
    this.figure = figure;
    this.random = random;
    radius = random.between(8.5, 14);
    centerX = random.between(radius + 1, SIDE - radius - 1);
    centerY = random.between(radius + 1, SIDE - radius - 1);
    double angle = random.between(-TILT, TILT);
    cosine = StrictMath.cos(angle);
    sine = StrictMath.sin(angle);
    // Darker than the figure: if either could be brighter, small networks would often not converge.
    background = color(20, 130);
    shadeX = color(-1.2, 1.2);
    shadeY = color(-1.2, 1.2);
    foreground = contrastingColor();
    noise = random.between(5, 40);
  }

  private double[] color(double low, double high) {
    double[] color = new double[CHANNELS];
    for (int channel = 0; channel < CHANNELS; channel++) {
      color[channel] = random.between(low, high);
    }
    return color;
  }

  private double[] contrastingColor() {
    double[] color = color(120, 245);
    while (squaredDistance(color, background) < CONTRAST * CONTRAST) {
      color = color(120, 245);
    }
    return color;
  }

  private static double squaredDistance(double[] one, double[] other) {
    double sum = 0;
    for (int channel = 0; channel < CHANNELS; channel++) {
      double difference = one[channel] - other[channel];
      sum += difference * difference;
    }
    return sum;
  }

  /** Writes the pixels, row by row, channels last. */
  void paint(byte[] pixels, int at) {
    int next = at;
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        double cover = cover(column, row);
        for (int channel = 0; channel < CHANNELS; channel++) {
          double behind =
              background[channel]
                  + shadeX[channel] * (column - MIDDLE)
                  + shadeY[channel] * (row - MIDDLE);
          double value = behind + cover * (foreground[channel] - behind);
          pixels[next++] = unsignedByte(value + random.between(-noise, noise));
        }
      }
    }
  }

  /** Writes a label to every pixel that the figure covers at least half of, row by row. */
  void mark(int[] marks, int at, int mark) {
    for (int i = 0; i < SIDE * SIDE; i++) {
      if (cover(i % SIDE, i / SIDE) >= 0.5) {
        marks[at + i] = mark;
      }
    }
  }

  private double cover(int column, int row) {
    double reach = radius + 1;
    if (Math.abs(column + 0.5 - centerX) > reach || Math.abs(row + 0.5 - centerY) > reach) {
      return 0;
    }
    int inside = 0;
    for (int i = 0; i < SUBPIXELS; i++) {
      double y = (centerY - row - (i + 0.5) / SUBPIXELS) / radius;
      for (int j = 0; j < SUBPIXELS; j++) {
        double x = (column + (j + 0.5) / SUBPIXELS - centerX) / radius;
        if (figure.contains(cosine * x + sine * y, cosine * y - sine * x)) {
          inside++;
        }
      }
    }
    return (double) inside / (SUBPIXELS * SUBPIXELS);
  }

  private static byte unsignedByte(double value) {
    return (byte) (int) Math.max(0, Math.min(255, value + 0.5));
  }
}
