package io.rhyton.report;

import io.rhyton.history.EpochLog;
import io.rhyton.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** A plot of one metric as inline SVG, in the colors of the page. */
final class CurveDrawing {
  private static final String VALIDATION = "val_";
  private static final int WIDTH = 480;
  private static final int HEIGHT = 280;
  private static final int LEFT = 50;
  private static final int RIGHT = 12;
  private static final int TOP = 12;
  private static final int BOTTOM = 30;
  private static final int TICKS = 5;
  private static final int EPOCH_TICKS = 8;
  private static final int MAX_DOTS = 40;

  /** The smallest range of an axis, relative to its values: finer ticks would have equal labels. */
  private static final double LEAST_SPAN = 1e-7;

  private final Html html;
  private final History history;
  private final String metric;
  private final double[] epochs;
  private final double low;
  private final double high;

  CurveDrawing(Html html, History history, String metric) {
    this.html = html;
    this.history = history;
    this.metric = metric;
    this.epochs = history.epochs().stream().mapToDouble(EpochLog::epoch).toArray();
    double[] all =
        curves().stream()
            .flatMapToDouble(name -> DoubleStream.of(values(name)))
            .filter(Double::isFinite)
            .toArray();
    double least = DoubleStream.of(all).min().orElse(0);
    double most = DoubleStream.of(all).max().orElse(1);
    double largest = Math.max(Math.abs(least), Math.abs(most));
    boolean flat = most - least <= LEAST_SPAN * largest;
    double around = largest == 0 ? 0.1 : 0.1 * largest;
    double room = flat ? around : 0.04 * (most - least);
    this.low = least - room;
    this.high = most + room;
  }

  /** The metrics to plot, the loss first. */
  static List<String> metrics(History history) {
    List<String> names = new ArrayList<>();
    for (String name : history.metrics()) {
      String plain = name.startsWith(VALIDATION) ? name.substring(VALIDATION.length()) : name;
      if (!names.contains(plain)) {
        names.add(plain.equals("loss") ? 0 : names.size(), plain);
      }
    }
    return names;
  }

  private List<String> curves() {
    List<String> names = new ArrayList<>(List.of(metric, VALIDATION + metric));
    names.retainAll(history.metrics());
    return names;
  }

  /** The values, NaN where they overflow a float: otherwise no axis could show the others. */
  private double[] values(String name) {
    return history.values(name).stream()
        .mapToDouble(value -> Math.abs(value) <= Float.MAX_VALUE ? value : Double.NaN)
        .toArray();
  }

  void draw() {
    html.open("figure", "class", "curve").open("figcaption").element("b", metric);
    for (String name : curves()) {
      boolean validation = !name.equals(metric);
      EpochLog best = history.best(name);
      html.open("span", "class", kind(name)).text(validation ? "validation" : "training").close();
      if (validation) {
        html.element(
            "small", "best " + Numbers.score(best.scores().get(name)) + " at " + best.epoch());
      }
    }
    html.close()
        .open(
            "svg",
            "viewBox",
            "0 0 " + WIDTH + " " + HEIGHT,
            "role",
            "img",
            "aria-label",
            metric + " over the epochs");
    drawAxes();
    for (String name : curves()) {
      drawCurve(name);
    }
    html.close().close();
  }

  private void drawAxes() {
    double step = step((high - low) / TICKS);
    int decimals = Math.max(0, (int) -Math.floor(Math.log10(step)));
    for (double tick = Math.ceil(low / step) * step; tick <= high; tick += step) {
      String y = number(y(tick));
      line("grid", number(LEFT), y, number(WIDTH - RIGHT), y);
      label(LEFT - 6, y(tick) + 4, "end", tick(tick, step, decimals));
    }
    double every = Math.max(1, step(epochs.length / (double) EPOCH_TICKS));
    for (double epoch : epochs) {
      if (epochs.length <= EPOCH_TICKS || epoch % every == 0) {
        label(x(epoch), HEIGHT - BOTTOM + 16, "middle", String.valueOf((long) epoch));
      }
    }
    label(WIDTH - RIGHT, HEIGHT - 2, "end", "epoch");
  }

  private static String tick(double value, double step, int decimals) {
    double shown = Math.abs(value) < step / 2 ? 0 : value;
    boolean plain = decimals <= 5 && Math.abs(value) < 1e6;
    return String.format(Locale.ROOT, plain ? "%." + decimals + "f" : "%.1e", shown);
  }

  /** The next 1, 2 or 5 times a power of ten. */
  private static double step(double least) {
    double unit = Math.pow(10, Math.floor(Math.log10(least)));
    double times = least / unit;
    return unit * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
  }

  private void line(String kind, String x1, String y1, String x2, String y2) {
    html.empty("line", "class", kind, "x1", x1, "y1", y1, "x2", x2, "y2", y2);
  }

  private void label(double x, double y, String anchor, String text) {
    html.element("text", text, "x", number(x), "y", number(y), "text-anchor", anchor);
  }

  private String kind(String name) {
    return name.equals(metric) ? "training" : "validation";
  }

  private void drawCurve(String name) {
    double[] values = values(name);
    StringBuilder path = new StringBuilder();
    boolean pen = false;
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        // The line skips epochs without validation.
        continue;
      }
      path.append(pen ? 'L' : 'M').append(number(x(epochs[i]))).append(' ');
      path.append(number(y(values[i])));
      pen = true;
    }
    html.empty("path", "class", kind(name), "d", path.toString());
    EpochLog best = history.best(name);
    for (int i = 0; i < values.length; i++) {
      boolean ring = !name.equals(metric) && epochs[i] == best.epoch();
      if (!Double.isNaN(values[i]) && (ring || values.length <= MAX_DOTS)) {
        html.open(
                "circle",
                "class",
                kind(name) + (ring ? " best" : ""),
                "cx",
                number(x(epochs[i])),
                "cy",
                number(y(values[i])),
                "r",
                ring ? "5" : "2.5")
            .element("title", name + " " + Numbers.score(values[i]) + ", epoch " + (int) epochs[i])
            .close();
      }
    }
  }

  private double x(double epoch) {
    double first = epochs[0];
    double span = epochs[epochs.length - 1] - first;
    double share = span == 0 ? 0.5 : (epoch - first) / span;
    return LEFT + 8 + share * (WIDTH - LEFT - RIGHT - 16);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - (value - low) / (high - low) * (HEIGHT - TOP - BOTTOM);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
