package io.rhyton.history;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A plot of one metric: the training curve, and the validation curve with the best epoch. */
final class MetricPanel {
  /** The prefix of validation metrics. */
  static final String VALIDATION = "val_";

  // Blue and vermilion of Okabe and Ito's palette, which is safe for color-blind readers.
  private static final Color TRAINING_COLOR = new Color(0x0072B2);
  private static final Color VALIDATION_COLOR = new Color(0xD55E00);
  // The rest of the palette without its yellow, which is hard to see on white.
  private static final List<Color> RUN_COLORS =
      List.of(
          TRAINING_COLOR,
          VALIDATION_COLOR,
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0xE69F00),
          new Color(0x56B4E9),
          new Color(0x000000));
  private static final Color INK = new Color(0x333333);
  private static final Color GRID = new Color(0xE8E8E8);
  private static final Color VEIL = new Color(255, 255, 255, 217);
  private static final Color CLEAR = new Color(255, 255, 255, 0);

  private static final BasicStroke HAIRLINE = new BasicStroke(0.6f);
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 13);
  private static final int PADDING = 12;
  private static final int TITLE_HEIGHT = 22;
  private static final int DOT = 5;
  private static final int MAX_DOTS = 60;
  private static final int MAX_EPOCH_TICKS = 8;

  private final String metric;
  private final double[] epochs; // of the longest run
  private final ValueRange range;
  private final XYChart chart;

  MetricPanel(History history, String metric) {
    this.metric = metric;
    epochs = epochs(history);
    List<String> names = history.metrics();
    String validation = VALIDATION + metric;
    List<double[]> curves =
        Stream.of(metric, validation)
            .filter(names::contains)
            .map(name -> curve(history.values(name)))
            .toList();
    range = ValueRange.of(curves);

    chart = new XYChartBuilder().xAxisTitle("epoch").build();
    style(chart.getStyler());
    chart.getStyler().setLegendPosition(LegendCorner.emptiest(curves, range));
    if (names.contains(metric)) {
      addCurve("training", epochs, curves.get(0), TRAINING_COLOR, epochs.length == 1);
    }
    if (names.contains(validation)) {
      double[] curve = curves.get(curves.size() - 1);
      addCurve("validation", epochs, curve, VALIDATION_COLOR, epochs.length <= MAX_DOTS);
      addBest(history.best(validation), validation);
    }
  }

  /** One metric of several runs, by run name. */
  MetricPanel(Map<String, History> runs, String metric) {
    this.metric = metric;
    Map<String, History> measuring = new LinkedHashMap<>(runs);
    measuring.values().removeIf(history -> shown(history, metric).isEmpty());
    epochs =
        measuring.values().stream()
            .map(MetricPanel::epochs)
            .max(Comparator.comparingInt(numbers -> numbers.length))
            .orElseThrow();
    List<double[]> curves =
        measuring.values().stream()
            .map(history -> curve(history.values(shown(history, metric).orElseThrow())))
            .toList();
    range = ValueRange.of(curves);
    chart = new XYChartBuilder().xAxisTitle("epoch").build();
    style(chart.getStyler());
    chart.getStyler().setLegendPosition(LegendCorner.emptiest(curves, range));
    int run = 0;
    for (Map.Entry<String, History> each : runs.entrySet()) {
      History history = each.getValue();
      Color color = RUN_COLORS.get(run++ % RUN_COLORS.size());
      shown(history, metric)
          .ifPresent(
              name -> {
                double[] numbers = epochs(history);
                String label = each.getKey() + ": " + Scores.text(bestOf(history, name));
                addCurve(label, numbers, curve(history.values(name)), color, numbers.length == 1);
              });
    }
  }

  private static double[] epochs(History history) {
    return history.epochs().stream().mapToDouble(EpochLog::epoch).toArray();
  }

  /** The metric to plot for a run: the validation metric, if there was validation. */
  private static Optional<String> shown(History history, String metric) {
    List<String> names = history.metrics();
    return Stream.of(VALIDATION + metric, metric).filter(names::contains).findFirst();
  }

  private static double bestOf(History history, String metric) {
    return history.best(metric).scores().get(metric);
  }

  /** The values, NaN where they overflow a float: otherwise no axis could show the others. */
  private static double[] curve(List<Double> values) {
    return values.stream()
        .mapToDouble(value -> Math.abs(value) <= Float.MAX_VALUE ? value : Double.NaN)
        .toArray();
  }

  void paint(Graphics2D graphics, int width, int height) {
    AffineTransform origin = graphics.getTransform();
    graphics.translate(0, TITLE_HEIGHT);
    chart.paint(graphics, width, height - TITLE_HEIGHT);
    graphics.setTransform(origin);

    // XChart centers its own title, at a height that depends on its letters.
    TextLayout title = new TextLayout(metric, TITLE, graphics.getFontRenderContext());
    graphics.setColor(INK);
    graphics.fill(title.getOutline(AffineTransform.getTranslateInstance(PADDING, TITLE_HEIGHT)));
  }

  private void addCurve(String label, double[] epochs, double[] curve, Color color, boolean dots) {
    XYSeries series = chart.addSeries(label, epochs, inUnits(curve));
    series.setLineColor(color);
    float width = epochs.length <= MAX_DOTS ? 1.6f : 1.2f;
    series.setLineStyle(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    series.setMarker(dots ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
    series.setMarkerColor(color);
  }

  private void addBest(EpochLog best, String metric) {
    double value = best.scores().get(metric);
    if (!(Math.abs(value) <= Float.MAX_VALUE)) {
      return;
    }
    String label = "best: " + Scores.text(value) + " at epoch " + best.epoch();
    XYSeries series = chart.addSeries(label, new double[] {best.epoch()}, inUnits(value));
    series.setLineStyle(SeriesLines.NONE);
    series.setMarker(new Ring());
    series.setMarkerColor(VALIDATION_COLOR);
  }

  /** XChart never ends its search for ticks closer than 1e-10 or beyond 1e15. */
  private double[] inUnits(double... values) {
    return DoubleStream.of(values).map(value -> value / range.unit()).toArray();
  }

  private void style(XYStyler styler) {
    styler.setLocale(Locale.ROOT);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setChartFontColor(INK);
    styler.setChartPadding(PADDING);
    styler.setChartTitleVisible(false);
    styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
    styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 10));
    styler.setAxisTickLabelsColor(INK);
    styler.setAxisTicksLineVisible(false);
    styler.setAxisTicksMarksVisible(false);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(GRID);
    styler.setPlotGridLinesStroke(HAIRLINE);
    styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 10));
    styler.setLegendBackgroundColor(VEIL);
    styler.setLegendBorderColor(CLEAR);
    styler.setLegendPadding(6);
    styler.setLegendSeriesLineLength(18);
    styler.setMarkerSize(DOT);
    styler.setYAxisMin(range.low() / range.unit());
    styler.setYAxisMax(range.high() / range.unit());
    styler.setYAxisTickLabelsFormattingFunction(tick -> range.text(tick * range.unit()));
    if (epochs.length > MAX_EPOCH_TICKS) {
      // XChart labels every n-th x value, from the first, if they are evenly spaced: 1, 4, 7.
      // A range that starts and ends on none of them makes it choose round numbers.
      styler.setXAxisMin(epochs[0] - 0.5);
      styler.setXAxisMax(epochs[epochs.length - 1] + 0.5);
    }
  }

  /** A circle around a point. */
  private static final class Ring extends Marker {
    private static final int DIAMETER = 10;

    @Override
    public void paint(Graphics2D graphics, double x, double y, int size) {
      graphics.setStroke(new BasicStroke(1.2f));
      graphics.draw(
          new Ellipse2D.Double(x - DIAMETER / 2.0, y - DIAMETER / 2.0, DIAMETER, DIAMETER));
    }
  }
}
