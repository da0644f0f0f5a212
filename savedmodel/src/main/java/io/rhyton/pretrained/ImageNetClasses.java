package io.rhyton.pretrained;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rhyton.artifact.ArtifactException;
import io.rhyton.data.DataException;
import io.rhyton.download.CacheFolder;
import io.rhyton.download.Downloader;
import io.rhyton.download.RemoteFile;
import io.rhyton.error.Arguments;
import io.rhyton.file.RegularFile;
import io.rhyton.model.shape.ShapeText;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.tensorflow.ndarray.FloatNdArray;

/**
 * The 1,000 classes of ImageNet, by the index of the output of a classifier.
 *
 * <pre>{@code
 * List<ClassPrediction> best = ImageNetClasses.load().decodePredictions(sample, 5);
 * }</pre>
 *
 * <p>Source: {@code decode_predictions} in {@code keras/src/applications/imagenet_utils.py}, Keras
 * 3.15.
 */
public final class ImageNetClasses {
  private static final String KIND = "Class index";
  private static final int COUNT = 1_000;
  private static final RemoteFile PUBLISHED =
      new RemoteFile(
          URI.create(
              "https://storage.googleapis.com/download.tensorflow.org/data/imagenet_class_index.json"),
          "c2c37ea517e94d9795004a39431a14cb");

  /** The scores of a sample, by class index. */
  private interface Scores {
    float of(int classIndex);
  }

  private final List<String> classNames;
  private final List<String> descriptions;

  private ImageNetClasses(List<String> classNames, List<String> descriptions) {
    this.classNames = List.copyOf(classNames);
    this.descriptions = List.copyOf(descriptions);
  }

  /**
   * Loads the names of the classes from the cache directory, {@code $RHYTON_HOME/models}, or {@code
   * ~/.rhyton/models} if that environment variable is not set. Downloads them first (35 KB) if they
   * are missing.
   *
   * @throws DataException if they cannot be downloaded
   * @throws ArtifactException if the cached file is corrupt
   */
  public static ImageNetClasses load() {
    return load(PUBLISHED, CacheFolder.of(ImageNetWeights.CACHE), Downloader.standard());
  }

  static ImageNetClasses load(RemoteFile file, Path cache, Downloader downloader) {
    return read(downloader.fetch(file, cache));
  }

  /**
   * Reads the names of the classes from a copy of Keras's {@code imagenet_class_index.json}.
   *
   * @param file the file
   * @throws ArtifactException if it is not one
   */
  public static ImageNetClasses read(Path file) {
    Objects.requireNonNull(file, "file");
    JsonNode index = parse(file);
    List<String> classNames = new ArrayList<>();
    List<String> descriptions = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      JsonNode names = index.path(Integer.toString(i));
      if (names.size() != 2 || !names.path(0).isTextual() || !names.path(1).isTextual()) {
        throw corrupt(file, "no two names of class " + i);
      }
      classNames.add(names.path(0).textValue());
      descriptions.add(names.path(1).textValue());
    }
    return new ImageNetClasses(classNames, descriptions);
  }

  private static JsonNode parse(Path file) {
    try {
      return new ObjectMapper().readTree(Files.readAllBytes(RegularFile.require(file)));
    } catch (JsonProcessingException e) {
      throw corrupt(file, "other text");
    } catch (IOException e) {
      throw corrupt(file, e.toString());
    }
  }

  private static ArtifactException corrupt(Path file, String received) {
    return new ArtifactException(
        KIND,
        file,
        "the names of " + COUNT + " classes as JSON",
        received,
        "Delete it, and download it again with ImageNetClasses.load().");
  }

  /** Returns the names of the classes, by class index: {@code tench}, {@code goldfish}, … */
  public List<String> descriptions() {
    return descriptions;
  }

  /**
   * Returns the classes with the highest scores: Keras's {@code decode_predictions}.
   *
   * @param predictions the scores of the classes, {@code [samples, 1000]}
   * @param top how many classes to return per sample, at least 1
   * @return for each sample its classes, the highest score first
   * @throws IllegalArgumentException if the predictions have another shape
   */
  public List<List<ClassPrediction>> decodePredictions(FloatNdArray predictions, int top) {
    Arguments.requirePositive("top", top);
    if (predictions.rank() != 2 || predictions.shape().get(1) != COUNT) {
      throw wrongShape("[samples, 1000]", ShapeText.of(predictions.shape()));
    }
    List<List<ClassPrediction>> decoded = new ArrayList<>();
    predictions.elements(0).forEach(scores -> decoded.add(decode(i -> scores.getFloat(i), top)));
    return List.copyOf(decoded);
  }

  /**
   * Returns the classes with the highest scores for one sample.
   *
   * @param scores the 1,000 scores of the classes
   * @param top how many classes to return, at least 1
   * @return the classes, the highest score first
   * @throws IllegalArgumentException if there are not 1,000 scores
   */
  public List<ClassPrediction> decodePredictions(float[] scores, int top) {
    Arguments.requirePositive("top", top);
    if (scores.length != COUNT) {
      throw wrongShape("[1000]", "[" + scores.length + "]");
    }
    return decode(i -> scores[i], top);
  }

  private static IllegalArgumentException wrongShape(String expected, String received) {
    return new IllegalArgumentException(
        "predictions must be of shape " + expected + ", got " + received);
  }

  /** Of equal scores, the one of the last class comes first, as in Keras. */
  private List<ClassPrediction> decode(Scores scores, int top) {
    return IntStream.range(0, COUNT)
        .map(i -> COUNT - 1 - i)
        .mapToObj(i -> new ClassPrediction(classNames.get(i), descriptions.get(i), scores.of(i)))
        .sorted(Comparator.comparing(ClassPrediction::score).reversed())
        .limit(top)
        .toList();
  }
}
