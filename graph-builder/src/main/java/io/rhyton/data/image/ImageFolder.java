package io.rhyton.data.image;

import io.rhyton.data.ClassNumbers;
import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.data.InputColumn;
import io.rhyton.data.LabelColumn;
import io.rhyton.data.Subset;
import io.rhyton.model.shape.Size2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A folder that has a folder of images for each class, and how to read it: what Keras's {@code
 * image_dataset_from_directory} takes, with its names and defaults. The images are JPEG, PNG, GIF
 * (the first picture) or BMP; they may lie deeper in the folder of their class.
 *
 * <pre>{@code
 * ImageFolder folder = ImageFolder.of(Path.of("flowers")).imageSize(128, 128)
 *     .validationSplit(0.2).seed(1);
 * Dataset train = Dataset.imageFolder(folder.subset(Subset.TRAINING));
 * Dataset validation = Dataset.imageFolder(folder.subset(Subset.VALIDATION));
 * }</pre>
 *
 * <p>Source: {@code keras/src/utils/image_dataset_utils.py}, Keras 3.15.
 *
 * @param folder where the folders of the classes are
 * @param labelMode the form of the labels
 * @param classNames the classes in the order of their numbers; those of all folders, sorted, if
 *     empty
 * @param followLinks whether to look behind links to folders
 * @param format what the images are delivered as
 * @param split which files are taken
 * @param skipped is told of each image that cannot be read, which is then left out; null for an
 *     error
 */
public record ImageFolder(
    Path folder,
    LabelMode labelMode,
    List<String> classNames,
    boolean followLinks,
    ImageFormat format,
    FolderSplit split,
    @Nullable Consumer<DataException> skipped) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a class is named twice
   */
  public ImageFolder {
    classNames = List.copyOf(classNames);
    if (new HashSet<>(classNames).size() < classNames.size()) {
      throw new IllegalArgumentException("classNames must be different, got " + classNames);
    }
  }

  /** All images of a folder, as RGB of 256 by 256 pixels, with class numbers. */
  public static ImageFolder of(Path folder) {
    return new ImageFolder(
        folder, LabelMode.INT, List.of(), false, ImageFormat.DEFAULT, FolderSplit.NONE, null);
  }

  /** Sets the size of all images; 256 by 256 unless set. */
  public ImageFolder imageSize(int height, int width) {
    return format(format.size(new Size2D(height, width)));
  }

  /** Sets how they are brought to it; {@link ImageInterpolation#BILINEAR} unless set. */
  public ImageFolder interpolation(ImageInterpolation interpolation) {
    return format(format.interpolation(interpolation));
  }

  /** Sets the channels; {@link ColorMode#RGB} unless set. */
  public ImageFolder colorMode(ColorMode colorMode) {
    return format(format.colorMode(colorMode));
  }

  /** Cuts off what is outside the proportions, so that nothing is distorted. */
  public ImageFolder cropToAspectRatio() {
    return format(format.cropToAspectRatio(true));
  }

  /** Fills up with black what is missing to the proportions, so that nothing is distorted. */
  public ImageFolder padToAspectRatio() {
    return format(format.padToAspectRatio(true));
  }

  /** Sets the most pixels that a file may have; 89,478,485 unless set. */
  public ImageFolder maxPixels(int maxPixels) {
    return format(format.maxPixels(maxPixels));
  }

  private ImageFolder format(ImageFormat format) {
    return new ImageFolder(folder, labelMode, classNames, followLinks, format, split, skipped);
  }

  /** Sets the form of the labels; {@link LabelMode#INT} unless set. */
  public ImageFolder labelMode(LabelMode labelMode) {
    return new ImageFolder(folder, labelMode, classNames, followLinks, format, split, skipped);
  }

  /** Sets the classes, in the order of their numbers; all folders unless set. */
  public ImageFolder classNames(String... classNames) {
    return new ImageFolder(
        folder, labelMode, List.of(classNames), followLinks, format, split, skipped);
  }

  /** Sets whether to look behind links to folders; false unless set. */
  public ImageFolder followLinks(boolean followLinks) {
    return new ImageFolder(folder, labelMode, classNames, followLinks, format, split, skipped);
  }

  /** Sets the share of the files that is held back to validate on; needs a subset and a seed. */
  public ImageFolder validationSplit(double validationSplit) {
    return split(split.validationSplit(validationSplit));
  }

  /** Sets which part of the files to take. */
  public ImageFolder subset(Subset subset) {
    return split(split.subset(subset));
  }

  /**
   * Sets the seed of the order of the files, which is then that of Keras. Unless set they are in
   * the order of their names; training shuffles them in any case.
   */
  public ImageFolder seed(long seed) {
    return split(split.seed(seed));
  }

  private ImageFolder split(FolderSplit split) {
    return new ImageFolder(folder, labelMode, classNames, followLinks, format, split, skipped);
  }

  /**
   * Leaves out images that cannot be read. Each is decoded once, before any is delivered: so a
   * training knows its samples from the start, and can be repeated and resumed.
   *
   * @param report is told what is wrong with each, which names it
   */
  public ImageFolder skipBroken(Consumer<DataException> report) {
    return new ImageFolder(folder, labelMode, classNames, followLinks, format, split, report);
  }

  /** Finds the files. */
  public Dataset read() {
    split.requireWhole();
    if (labelMode == LabelMode.NONE) {
      List<String> files = FolderIndex.images(folder, followLinks);
      return select(files, new int[files.size()], List.of());
    }
    List<String> names = names();
    List<String> files = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (int label = 0; label < names.size(); label++) {
      List<String> images = FolderIndex.images(folder, names.get(label), followLinks);
      files.addAll(images);
      for (int i = 0; i < images.size(); i++) {
        labels.add(label);
      }
    }
    return select(files, labels.stream().mapToInt(Integer::intValue).toArray(), names);
  }

  private List<String> names() {
    List<String> found = FolderIndex.classNames(folder);
    if (!found.containsAll(classNames)) {
      throw new DataException(
          "Folder " + folder,
          "folders " + classNames,
          found.toString(),
          "Name folders that are there in classNames.");
    }
    List<String> names = classNames.isEmpty() ? found : classNames;
    if (labelMode == LabelMode.BINARY && names.size() != 2) {
      throw new DataException(
          "Folder " + folder,
          "2 classes for binary labels",
          names.toString(),
          "Name two of them in classNames, or take another labelMode.");
    }
    return names;
  }

  private Dataset select(List<String> files, int[] labels, List<String> names) {
    int[] order = split.select(files.size());
    if (order.length == 0) {
      throw new DataException(
          "Folder " + folder,
          "images to validate on",
          "none of " + files.size(),
          "Set a larger validationSplit.");
    }
    List<String> chosen = new ArrayList<>();
    int[] chosenLabels = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      chosen.add(files.get(order[i]));
      chosenLabels[i] = labels[order[i]];
    }
    ImageFiles images = new ImageFiles(folder, List.copyOf(chosen), format);
    if (skipped == null) {
      return deliver(images, chosenLabels, names);
    }
    int[] whole = images.whole(skipped);
    int[] wholeLabels = Arrays.stream(whole).map(place -> chosenLabels[place]).toArray();
    return deliver(images.only(whole), wholeLabels, names);
  }

  private Dataset deliver(ImageFiles images, int[] labels, List<String> names) {
    InputColumn input = InputColumn.of(format.shape(), images);
    if (labelMode == LabelMode.NONE) {
      return Dataset.of(input);
    }
    LabelColumn numbers = LabelColumn.of(new ClassNumbers(labels)).classNames(names);
    return Dataset.of(
        input, labelMode == LabelMode.CATEGORICAL ? numbers.oneHot(names.size()) : numbers);
  }
}
