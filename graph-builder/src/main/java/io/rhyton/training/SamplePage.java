package io.rhyton.training;

import io.rhyton.batch.Augmenter;
import io.rhyton.batch.BatchTransform;
import io.rhyton.batch.DataAdapter;
import io.rhyton.batch.Feed;
import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.data.InputColumn;
import io.rhyton.data.LabelKind;
import io.rhyton.execution.Execution;
import io.rhyton.figure.Figure;
import io.rhyton.figure.TilePainter;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.augmentation.ImageDataGenerator;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tensorflow.ndarray.Shape;

/** A page with one row per image: its class, the image, and augmented versions of it. */
final class SamplePage {
  private static final int VERSIONS = 8;
  private static final int MAX_ROWS = 10;
  private static final int TILE_HEIGHT = 80;
  private static final int MARGIN = 20;
  private static final int GAP = 4;
  private static final int WIDE_GAP = 20;
  private static final int HEADER = 24;
  private static final Color INK = new Color(0x333333);
  private static final Color PALE = new Color(0x888888);
  private static final Font CLASS = new Font(Font.SANS_SERIF, Font.BOLD, 12);
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

  private final List<String> names;
  private final List<List<BufferedImage>> columns;
  private final int tileWidth;
  private final int nameWidth;

  /**
   * Lays out images.
   *
   * @param names the label of each row
   * @param columns the originals, then each augmented version of them
   */
  private SamplePage(List<String> names, List<List<BufferedImage>> columns) {
    this.names = names;
    this.columns = columns;
    this.tileWidth =
        columns.stream().mapToInt(column -> tileWidth(column.get(0))).max().orElseThrow();
    FontMetrics metrics = columns.get(0).get(0).createGraphics().getFontMetrics(CLASS);
    int widest = names.stream().mapToInt(metrics::stringWidth).max().orElse(0);
    this.nameWidth = widest == 0 ? 0 : widest + WIDE_GAP;
  }

  private static int tileWidth(BufferedImage image) {
    return Math.max(1, TILE_HEIGHT * image.getWidth() / image.getHeight());
  }

  /**
   * Shows the augmentation of a generator.
   *
   * @param data images with one or three channels
   * @param classes the class names; empty to show class indices
   */
  static SamplePage of(ImageDataGenerator generator, Dataset data, List<String> classes) {
    int[] chosen = chosen(data);
    try (Augmenter augmenter = new Augmenter(generator, 0, Execution.defaults())) {
      augmenter.require(data);
      float[] originals = images(augmenter, data, chosen, BatchTransform.NONE);
      Shape image = data.inputs().get(augmenter.input()).shape();
      TilePainter painter = TilePainter.of(image, originals);
      List<List<BufferedImage>> columns = new ArrayList<>();
      columns.add(tiles(painter, originals, chosen.length));
      for (int version = 0; version < VERSIONS; version++) {
        float[] changed = images(augmenter, data, chosen, augmenter.augmented(version));
        columns.add(tiles(painter, changed, chosen.length));
      }
      return new SamplePage(names(data, chosen, classes), columns);
    }
  }

  /**
   * Shows the output of a model's preprocessing layers.
   *
   * @param data images with one or three channels
   * @param classes the class names; empty to show class indices
   */
  static SamplePage of(ModelSpec model, Dataset data, List<String> classes) {
    int[] chosen = chosen(data);
    try (PreprocessingStem stem = PreprocessingStem.open(model, 0)) {
      InputColumn images = stem.images(data);
      int length = (int) images.shape().size();
      float[] originals = new float[chosen.length * length];
      for (int i = 0; i < chosen.length; i++) {
        images.copy(chosen[i], originals, i * length);
      }
      List<List<BufferedImage>> columns = new ArrayList<>();
      columns.add(tiles(TilePainter.of(images.shape(), originals), originals, chosen.length));
      TilePainter painter = TilePainter.of(stem.output(), stem.inferenceOutput(originals));
      for (int version = 0; version < VERSIONS; version++) {
        columns.add(tiles(painter, stem.trainingOutput(originals, version), chosen.length));
      }
      return new SamplePage(names(data, chosen, classes), columns);
    }
  }

  private static List<BufferedImage> tiles(TilePainter painter, float[] images, int count) {
    return IntStream.range(0, count).mapToObj(i -> painter.paint(images, i)).toList();
  }

  /** The first sample of each class; the first samples if there are no classes. */
  private static int[] chosen(Dataset data) {
    if (data.size() == 0) {
      throw new DataException(
          "Sample page", "at least one sample", "an empty data set", "Provide data.");
    }
    if (!hasClasses(data)) {
      return IntStream.range(0, Math.min(MAX_ROWS, data.size())).toArray();
    }
    Map<Integer, Integer> firsts = new LinkedHashMap<>();
    for (int i = 0; i < data.size(); i++) {
      firsts.putIfAbsent(data.label().classIndex(i), i);
    }
    return firsts.keySet().stream().sorted().limit(MAX_ROWS).mapToInt(firsts::get).toArray();
  }

  private static boolean hasClasses(Dataset data) {
    if (data.labels().size() != 1) {
      return false;
    }
    Shape label = data.label().shape();
    return data.label().kind() == LabelKind.CLASS_INDICES
        ? label.size() == 1
        : label.numDimensions() == 1;
  }

  private static List<String> names(Dataset data, int[] chosen, List<String> classes) {
    if (!hasClasses(data)) {
      return IntStream.range(0, chosen.length).mapToObj(i -> "").toList();
    }
    return IntStream.of(chosen)
        .map(data.label()::classIndex)
        .mapToObj(number -> number < classes.size() ? classes.get(number) : "class " + number)
        .toList();
  }

  private static float[] images(
      Augmenter augmenter, Dataset data, int[] chosen, BatchTransform transform) {
    try (Feed feed = DataAdapter.batch(data, chosen, List.of(), transform)) {
      return augmenter.images(feed);
    }
  }

  Figure figure() {
    return new Figure(
        left(VERSIONS - 1) + tileWidth + MARGIN,
        top(names.size()) - GAP + MARGIN,
        "Sample images, each with " + VERSIONS + " augmented versions",
        this::paint);
  }

  private void paint(Graphics2D graphics) {
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setFont(TITLE);
    graphics.setColor(PALE);
    int baseline = MARGIN + HEADER - 10;
    graphics.drawString("original", left(-1), baseline);
    graphics.drawString("in training", left(0), baseline);
    graphics.setFont(CLASS);
    graphics.setColor(INK);
    FontMetrics metrics = graphics.getFontMetrics();
    for (int row = 0; row < names.size(); row++) {
      int middle = top(row) + TILE_HEIGHT / 2;
      graphics.drawString(
          names.get(row), MARGIN, middle + (metrics.getAscent() - metrics.getDescent()) / 2);
    }
    for (int column = 0; column < columns.size(); column++) {
      for (int row = 0; row < names.size(); row++) {
        paintTile(graphics, columns.get(column).get(row), left(column - 1), top(row));
      }
    }
  }

  private static void paintTile(Graphics2D graphics, BufferedImage image, int left, int top) {
    boolean enlarged = image.getHeight() <= Figure.PIXELS_PER_POINT * TILE_HEIGHT;
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION,
        enlarged
            ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR
            : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, left, top, tileWidth(image), TILE_HEIGHT, null);
  }

  /** The left edge of a version; -1 is the original. */
  private int left(int version) {
    int original = MARGIN + nameWidth;
    return version < 0 ? original : original + tileWidth + WIDE_GAP + version * (tileWidth + GAP);
  }

  private static int top(int row) {
    return MARGIN + HEADER + row * (TILE_HEIGHT + GAP);
  }
}
