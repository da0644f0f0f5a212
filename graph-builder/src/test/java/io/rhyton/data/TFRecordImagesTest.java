package io.rhyton.data;

import static io.rhyton.data.DataErrors.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.data.image.ColorMode;
import io.rhyton.data.image.ImageFolder;
import io.rhyton.data.image.ImageFormat;
import io.rhyton.data.image.ImageHeaderTest;
import io.rhyton.data.image.ImageInterpolation;
import io.rhyton.data.tfrecord.Example;
import io.rhyton.data.tfrecord.TFRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.Shape;

/** Encoded images in records. */
class TFRecordImagesTest {
  /** Written by Python, with each image decoded: see {@code tfrecord_cases.py}. */
  private static final String OF_PYTHON = "/golden/images.tfrecord";

  private static final Offset<Float> CLOSE = Offset.offset(1e-3f);

  @TempDir private Path folder;

  @Test
  void imagesWrittenByPythonAreDecodedAsInPython() throws IOException {
    Path file = folder.resolve("python");
    try (InputStream golden = TFRecordImagesTest.class.getResourceAsStream(OF_PYTHON)) {
      Files.write(file, Objects.requireNonNull(golden).readAllBytes());
    }
    Dataset data =
        TFRecord.of(file)
            .images("image/encoded", 5, 6)
            .floats("pixels", 5, 6, 3)
            .classIndices("image/class/label")
            .dataset();
    assertThat(data.size()).isEqualTo(3);
    for (int i = 0; i < data.size(); i++) {
      assertThat(data.label().classIndex(i)).isEqualTo(i);
      float[] pixels = data.inputs().get(0).values(i);
      float[] expected = data.inputs().get(1).values(i);
      for (int p = 0; p < pixels.length; p++) {
        assertThat(pixels[p]).isCloseTo(expected[p], CLOSE);
      }
    }
  }

  @Test
  void imagesAreEqualToThoseOfAFolder() throws IOException {
    List<Example> examples = new ArrayList<>();
    List<String> formats = List.of("jpg", "png");
    for (int i = 0; i < formats.size(); i++) {
      byte[] image = ImageHeaderTest.image(formats.get(i), 7 + i, 9);
      Path file = folder.resolve("folder/cats/" + i + "." + formats.get(i));
      Files.createDirectories(file.getParent());
      Files.write(file, image);
      examples.add(Example.of().withBytes("image", image).withInts("label", i));
    }
    TFRecord records = records(examples);
    ImageFolder images = ImageFolder.of(folder.resolve("folder"));
    requireSame(records.images("image", 5, 4).dataset(), images.imageSize(5, 4).dataset());
    ImageFormat format =
        ImageFormat.of(6, 8)
            .colorMode(ColorMode.GRAYSCALE)
            .interpolation(ImageInterpolation.BICUBIC)
            .padToAspectRatio(true);
    Dataset read = records.images("image", format).classIndices("label").dataset();
    requireSame(
        read,
        images
            .imageSize(6, 8)
            .colorMode(ColorMode.GRAYSCALE)
            .interpolation(ImageInterpolation.BICUBIC)
            .padToAspectRatio(true)
            .dataset());
    assertThat(read.input().shape()).isEqualTo(Shape.of(6, 8, 1));
    assertThat(read.label().classIndex(1)).isEqualTo(1);
    read.requireFinite();
    requireSame(read.skip(1).rescale(0.5, -1).cache(), read.skip(1).rescale(0.5, -1));
    requireSame(read.cache(folder.resolve("cache")), read);
  }

  @Test
  void aRecordWithoutAnImageIsReportedImmediately() throws IOException {
    byte[] image = ImageHeaderTest.image("png", 7, 9);
    Example whole = Example.of().withBytes("image", image);
    refused(
        () ->
            records(List.of(whole, Example.of().withBytes("image", new byte[] {1, 2, 3})))
                .images("image", 5, 4)
                .dataset(),
        path()
            + ", record 1, feature 'image': expected a JPEG, PNG, GIF or BMP, got none of these. "
            + "Replace the image, or leave its record out.");
    refused(
        () ->
            records(List.of(whole, whole, Example.of().withBytes("image", image, image)))
                .images("image", 5, 4)
                .dataset(),
        path()
            + ", record 2, feature 'image': expected one byte string, got 2 byte strings. Write one"
            + " per record.");
    refused(
        () -> records(List.of(whole)).images("image", ImageFormat.of(5, 4).maxPixels(62)).dataset(),
        path()
            + ", record 0, feature 'image': expected at most 62 pixels, got 63 pixels. "
            + "Make the image smaller, or raise maxPixels.");
  }

  @Test
  void aTruncatedImageIsReportedWhenRead() throws IOException {
    byte[] image = ImageHeaderTest.image("png", 70, 90);
    Example whole = Example.of().withBytes("image", image);
    Example half = Example.of().withBytes("image", Arrays.copyOf(image, image.length / 2));
    Dataset data = records(List.of(whole, half)).images("image", 5, 4).dataset();
    assertThat(data.input().values(0)).hasSize(60);
    assertThatThrownBy(() -> data.input().values(1))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(
            path() + ", record 1, feature 'image': expected a decodable RGB image")
        .hasMessageEndingWith("Replace the image, or leave its record out.");
  }

  private Path path() {
    return folder.resolve("images.tfrecord");
  }

  private TFRecord records(List<Example> examples) throws IOException {
    TFRecord.write(path(), examples);
    return TFRecord.of(path());
  }

  private static void requireSame(Dataset found, Dataset expected) {
    assertThat(found.size()).isEqualTo(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      assertThat(found.input().values(i)).isEqualTo(expected.input().values(i));
    }
  }
}
