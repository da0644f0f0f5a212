package io.rhyton.data.image;

import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.data.Subset;
import io.rhyton.error.Arguments;
import io.rhyton.error.MessageText;
import io.rhyton.model.shape.Size2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A folder with one subfolder of images per class, and how to read it: the arguments of Keras's
 * {@code image_dataset_from_directory}, with its names and defaults. The images are JPEG, PNG, GIF
 * (the first frame) or BMP; class folders are searched recursively.
 *
 * <pre>{@code
 * ImageFolder folder = ImageFolder.of(Path.of("flowers")).imageSize(128, 128)
 *     .validationSplit(0.2).seed(1);
 * Dataset train = folder.subset(Subset.TRAINING).dataset();
 * Dataset validation = folder.subset(Subset.VALIDATION).dataset();
 * }</pre>
 *
 * <p>Source: {@code keras/src/utils/image_dataset_utils.py}, Keras 3.15.
 *
 * @param folder the parent of the class folders
 * @param labelMode the format of the labels
 * @param classNames the class names by index; if empty, those of all subfolders, sorted
 * @param followLinks whether to follow symbolic links to folders
 * @param format the format of the decoded images
 * @param split the selection of files
 * @param skipped receives the error of each unreadable image, which is then skipped; if null, the
 *     error is thrown
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
   * Creates a description of a folder.
   *
   * @throws IllegalArgumentException if a class name is not unique
   */
  public ImageFolder {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(labelMode, "labelMode");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(split, "split");
    classNames = Arguments.copyOf("classNames", classNames);
    if (new HashSet<>(classNames).size() < classNames.size()) {
      throw new IllegalArgumentException(
          "classNames must be distinct, got " + MessageText.list(classNames));
    }
  }

  /** All images of a folder, as RGB images of 256 by 256 pixels, with integer labels. */
  public static ImageFolder of(Path folder) {
    Objects.requireNonNull(folder, "folder");
    return new ImageFolder(
        folder, LabelMode.INT, List.of(), false, ImageFormat.DEFAULT, FolderSplit.NONE, null);
  }

  /** Sets the size to which images are resized; 256 by 256 by default. */
  public ImageFolder imageSize(int height, int width) {
    return format(format.size(new Size2D(height, width)));
  }

  /** Sets the interpolation for resizing; {@link ImageInterpolation#BILINEAR} by default. */
  public ImageFolder interpolation(ImageInterpolation interpolation) {
    Objects.requireNonNull(interpolation, "interpolation");
    return format(format.interpolation(interpolation));
  }

  /** Sets the channels; {@link ColorMode#RGB} by default. */
  public ImageFolder colorMode(ColorMode colorMode) {
    Objects.requireNonNull(colorMode, "colorMode");
    return format(format.colorMode(colorMode));
  }

  /**
   * Sets whether images are cropped to the target aspect ratio, so that they are not distorted;
   * false by default.
   */
  public ImageFolder cropToAspectRatio(boolean cropToAspectRatio) {
    return format(format.cropToAspectRatio(cropToAspectRatio));
  }

  /**
   * Sets whether images are padded with black to the target aspect ratio, so that they are not
   * distorted; false by default.
   */
  public ImageFolder padToAspectRatio(boolean padToAspectRatio) {
    return format(format.padToAspectRatio(padToAspectRatio));
  }

  /**
   * Sets the maximum number of pixels of a file, and of the size to which it is resized; 89,478,485
   * by default.
   */
  public ImageFolder maxPixels(int maxPixels) {
    return format(format.maxPixels(maxPixels));
  }

  private ImageFolder format(ImageFormat format) {
    return new ImageFolder(folder, labelMode, classNames, followLinks, format, split, skipped);
  }

  /** Sets the format of the labels; {@link LabelMode#INT} by default. */
  public ImageFolder labelMode(LabelMode labelMode) {
    Objects.requireNonNull(labelMode, "labelMode");
    return new ImageFolder(folder, labelMode, classNames, followLinks, format, split, skipped);
  }

  /** Sets the class names, by index; by default those of all subfolders, sorted. */
  public ImageFolder classNames(String... classNames) {
    Arguments.requireNoNulls("classNames", classNames);
    return new ImageFolder(
        folder, labelMode, List.of(classNames), followLinks, format, split, skipped);
  }

  /** Sets whether to follow symbolic links to folders; false by default. */
  public ImageFolder followLinks(boolean followLinks) {
    return new ImageFolder(folder, labelMode, classNames, followLinks, format, split, skipped);
  }

  /** Sets the fraction of the files to hold out for validation; requires a subset and a seed. */
  public ImageFolder validationSplit(double validationSplit) {
    return split(split.validationSplit(validationSplit));
  }

  /** Sets which subset of the files to use. */
  public ImageFolder subset(Subset subset) {
    Objects.requireNonNull(subset, "subset");
    return split(split.subset(subset));
  }

  /**
   * Sets the seed for shuffling the files, in the same order as Keras. By default they are in the
   * order of their names. Training reshuffles them in either case.
   */
  public ImageFolder seed(long seed) {
    return split(split.seed(seed));
  }

  private ImageFolder split(FolderSplit split) {
    return new ImageFolder(folder, labelMode, classNames, followLinks, format, split, skipped);
  }

  /**
   * Skips unreadable images. All images are decoded once in advance, so that the samples are fixed
   * from the start, and training can be repeated and resumed.
   *
   * @param report receives the error of each skipped image, which names it
   */
  public ImageFolder skipBroken(Consumer<DataException> report) {
    Objects.requireNonNull(report, "report");
    return new ImageFolder(folder, labelMode, classNames, followLinks, format, split, report);
  }

  /**
   * Lists the files. The images are floats from 0 to 255, equal to those in Keras; each is read and
   * decoded on demand, again in every epoch, by several threads ahead of the training step.
   *
   * <p>A file that is missing by then, or is not an image, causes a {@code DataException} that
   * names it.
   *
   * @throws IllegalArgumentException if there is a validation split without subset and seed, or the
   *     image size has more than {@code maxPixels} pixels
   * @throws DataException if the folder cannot be read, or a class has no images
   */
  public Dataset dataset() {
    split.requireComplete();
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
          "folders " + MessageText.list(classNames),
          found.toString(),
          "Set classNames to existing folders.");
    }
    List<String> names = classNames.isEmpty() ? found : classNames;
    if (labelMode == LabelMode.BINARY && names.size() != 2) {
      throw new DataException(
          "Folder " + folder,
          "2 classes for binary labels",
          names.toString(),
          "Choose two of them with classNames, or use another labelMode.");
    }
    return names;
  }

  private Dataset select(List<String> files, int[] labels, List<String> names) {
    int[] order = split.select(files.size());
    if (order.length == 0) {
      throw new DataException(
          "Folder " + folder,
          "at least one image in the subset",
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
    int[] whole = images.decodable(skipped);
    int[] wholeLabels = Arrays.stream(whole).map(index -> chosenLabels[index]).toArray();
    return deliver(images.select(whole), wholeLabels, names);
  }

  private Dataset deliver(ImageFiles images, int[] labels, List<String> names) {
    Dataset input = Dataset.samples(format.shape(), images);
    if (labelMode == LabelMode.NONE) {
      return input;
    }
    Dataset labeled = Dataset.zip(input, Dataset.classIndices(labels)).classNames(names);
    return labelMode == LabelMode.CATEGORICAL ? labeled.oneHot(names.size()) : labeled;
  }
}
