package io.rhyton.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.data.Subset;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {
  @TempDir private Path root;

  @Test
  void classesAreSortedByName() throws IOException {
    write("cats/1.jpg");
    write("Dogs/1.png");
    write("birds/deep/er/1.gif");
    write("birds/2.bmp");

    Dataset data = ImageFolder.of(root).imageSize(3, 4).dataset();

    assertThat(data).hasToString("4 samples of [3, 4, 3] with class indices");
    assertThat(data.label().classNames()).containsExactly("Dogs", "birds", "cats");
    assertThat(labels(data)).containsExactly(0, 1, 1, 2);
    assertThat(data.skip(1).oneHot(3).label().classNames())
        .containsExactly("Dogs", "birds", "cats");
  }

  @Test
  void imagesAre256By256ByDefault() throws IOException {
    write("cats/1.jpg");

    assertThat(ImageFolder.of(root).dataset())
        .hasToString("1 samples of [256, 256, 3] with class indices");
  }

  @Test
  void classNamesDetermineTheOrder() throws IOException {
    write("a/1.jpg");
    write("b/1.jpg");
    write("c/1.jpg");

    Dataset data = ImageFolder.of(root).classNames("c", "a").dataset();

    assertThat(data.label().classNames()).containsExactly("c", "a");
    assertThat(labels(data)).containsExactly(0, 1);
  }

  @Test
  void valuesAreRescaled() throws IOException {
    write("cats/1.png");
    Dataset data = ImageFolder.of(root).imageSize(5, 6).dataset();

    float[] plain = data.input().values(0);
    float[] rescaled = data.rescale(2).rescale(0.5, 1).input().values(0);

    for (int i = 0; i < plain.length; i++) {
      assertThat(rescaled[i]).isEqualTo(plain[i] + 1);
    }
  }

  @Test
  void symbolicLinksAreFollowedOnRequest() throws IOException {
    write("cats/1.jpg");
    write("elsewhere/2.jpg");
    Path link = root.resolve("cats/link");
    Files.createSymbolicLink(link, root.resolve("elsewhere"));
    Files.createSymbolicLink(root.resolve("cats/loop"), root.resolve("cats"));
    ImageFolder cats = ImageFolder.of(root).classNames("cats");

    assertThat(cats.dataset().size()).isEqualTo(1);
    assertThat(cats.followLinks(true).dataset().size()).isEqualTo(2);
  }

  @Test
  void trainingAndValidationSubsetsAreDisjoint() throws IOException {
    for (int i = 0; i < 10; i++) {
      write("cats/" + i + ".png", 5 + i, 4);
    }
    ImageFolder folder = ImageFolder.of(root).imageSize(2, 2).validationSplit(0.35).seed(1);
    Dataset training = folder.subset(Subset.TRAINING).dataset();
    Dataset validation = folder.subset(Subset.VALIDATION).dataset();

    assertThat(training.size()).isEqualTo(7);
    assertThat(validation.size()).isEqualTo(3);
    List<String> all = new ArrayList<>();
    for (Dataset part : List.of(training, validation)) {
      for (int i = 0; i < part.size(); i++) {
        all.add(Arrays.toString(part.input().values(i)));
      }
    }
    assertThat(all).doesNotHaveDuplicates().hasSize(10);
  }

  @Test
  void aClassWithoutImagesIsNamed() throws IOException {
    write("cats/1.jpg");
    Files.createDirectories(root.resolve("dogs/deeper"));
    Files.writeString(root.resolve("dogs/notes.txt"), "none yet");

    assertThatThrownBy(() -> ImageFolder.of(root).dataset())
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Folder %s: expected at least one image [.bmp, .gif, .jpeg, .jpg, .png], got none. "
                + "Add images of the class, or leave it out of classNames.",
            root.resolve("dogs"));
  }

  @Test
  void aFolderWithoutSubfoldersIsRejected() throws IOException {
    write("1.jpg");

    assertThatThrownBy(() -> ImageFolder.of(root).dataset())
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Folder %s: expected one folder of images per class, got no folders."
                + " Put the images of each class into a folder named after it.",
            root);
  }

  @Test
  void aMissingFolderIsNamed() {
    Path absent = root.resolve("absent");

    assertThatThrownBy(() -> ImageFolder.of(absent).dataset())
        .isInstanceOf(DataException.class)
        .hasMessage("Folder %s: expected a readable folder, got none. Check the path.", absent);
    assertThatThrownBy(() -> ImageFolder.of(absent).labelMode(LabelMode.NONE).dataset())
        .hasMessageContaining("expected a readable folder, got none");
  }

  @Test
  void classNamesMustExist() throws IOException {
    write("cats/1.jpg");

    assertThatThrownBy(() -> ImageFolder.of(root).classNames("dogs").dataset())
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Folder %s: expected folders [dogs], got [cats]. "
                + "Set classNames to existing folders.",
            root);
  }

  @Test
  void binaryLabelsRequireTwoClasses() throws IOException {
    write("cats/1.jpg");

    assertThatThrownBy(() -> ImageFolder.of(root).labelMode(LabelMode.BINARY).dataset())
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Folder %s: expected 2 classes for binary labels, got [cats]. "
                + "Choose two of them with classNames,"
                + " or use another labelMode.",
            root);
  }

  @Test
  void aSplitRequiresAllItsOptions() throws IOException {
    write("cats/1.jpg");
    ImageFolder folder = ImageFolder.of(root);

    assertThatThrownBy(() -> folder.validationSplit(0.5).dataset())
        .hasMessage("set validationSplit and subset together, got 0.5 and none");
    assertThatThrownBy(() -> folder.subset(Subset.TRAINING).dataset())
        .hasMessage("set validationSplit and subset together, got 0.0 and TRAINING");
    assertThatThrownBy(() -> folder.validationSplit(0.5).subset(Subset.TRAINING).dataset())
        .hasMessage("a validationSplit needs a seed, so that no file is in both subsets");
    assertThatThrownBy(
            () -> folder.validationSplit(0.5).subset(Subset.VALIDATION).seed(1).dataset())
        .hasMessage(
            "Folder %s: expected at least one image in the subset, got none of 1. "
                + "Set a larger validationSplit.",
            root);
  }

  @Test
  void optionsOutOfRangeAreRejected() {
    ImageFolder folder = ImageFolder.of(root);

    assertThatThrownBy(() -> folder.imageSize(0, 2)).hasMessage("height must be > 0, got 0");
    assertThatThrownBy(() -> folder.maxPixels(0)).hasMessage("maxPixels must be > 0, got 0");
    assertThatThrownBy(() -> folder.validationSplit(1))
        .hasMessage("validationSplit must be >= 0 and < 1, got 1.0");
    assertThatThrownBy(() -> folder.seed(-1))
        .hasMessage("seed must be >= 0 and <= 4294967295, got -1");
    assertThatThrownBy(() -> folder.classNames("a", "a"))
        .hasMessage("classNames must be distinct, got [a, a]");
    assertThatThrownBy(() -> folder.cropToAspectRatio(true).padToAspectRatio(true))
        .hasMessage("set either cropToAspectRatio or padToAspectRatio, not both");
  }

  @Test
  void aFileThatDisappearedIsNamed() throws IOException {
    Path file = write("cats/1.jpg");
    Dataset data = ImageFolder.of(root).dataset();
    Files.delete(file);

    assertThatThrownBy(() -> data.input().values(0))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Image %s: expected a readable file, got none."
                + " Keep the files of a data set in place while it is used.",
            file);
  }

  @Test
  void aFileThatIsNotAnImageIsNamed() throws IOException {
    Path file = write("cats/1.jpg");
    Files.writeString(file, "This is a text that calls itself an image.");

    assertThatThrownBy(() -> ImageFolder.of(root).dataset().input().values(0))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Image %s: expected a JPEG, PNG, GIF or BMP, got none of these. "
                + "Replace the file, or skip it with skipBroken.",
            file);
  }

  @Test
  void aTruncatedImageIsNamed() throws IOException {
    for (String name : List.of("1.jpg", "2.png", "3.bmp")) {
      Path file = write("cats/" + name, 40, 40);
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    }
    Dataset data = ImageFolder.of(root).dataset();

    for (int i = 0; i < 3; i++) {
      int index = i;
      assertThatThrownBy(() -> data.input().values(index))
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith("Image " + root.resolve("cats").resolve((i + 1) + "."))
          .hasMessageContaining("expected a decodable RGB image, got ");
    }
  }

  @Test
  void aHugeImageIsRejectedBeforeDecoding() throws IOException {
    Path file = write("cats/1.png");
    byte[] bomb = Files.readAllBytes(file);
    ByteBuffer.wrap(bomb).putInt(16, 100_000).putInt(20, 100_000);
    Files.write(file, bomb);

    assertThatThrownBy(() -> ImageFolder.of(root).dataset().input().values(0))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Image %s: expected at most 89478485 pixels, got 10000000000 pixels. "
                + "Make the image smaller, or raise maxPixels.",
            file);
  }

  @Test
  void aHugeImageSizeIsRejected() throws IOException {
    write("cats/1.png");
    ImageFolder huge = ImageFolder.of(root).imageSize(50_000, 50_000);
    assertThatThrownBy(huge::dataset)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "an image of 50000 by 50000 pixels is larger than maxPixels 89478485; raise maxPixels");
  }

  @Test
  void corruptImagesAreSkippedAndReportedOnRequest() throws IOException {
    for (int i = 0; i < 6; i++) {
      write("cats/" + i + ".png", 5 + i, 4);
      write("dogs/" + i + ".png", 15 + i, 4);
    }
    Dataset whole = ImageFolder.of(root).imageSize(2, 2).dataset();
    Files.writeString(root.resolve("cats/2.png"), "no image");
    Files.write(root.resolve("dogs/5.png"), new byte[0]);
    List<String> reported = new ArrayList<>();

    Dataset data =
        ImageFolder.of(root)
            .imageSize(2, 2)
            .skipBroken(broken -> reported.add(broken.getMessage()))
            .dataset();

    assertThat(reported).hasSize(2);
    assertThat(reported.get(0)).startsWith("Image " + root.resolve("cats/2.png") + ": ");
    assertThat(reported.get(1)).startsWith("Image " + root.resolve("dogs/5.png") + ": ");
    assertThat(labels(data)).containsExactly(0, 0, 0, 0, 0, 1, 1, 1, 1, 1);
    assertThat(data.input().values(2)).isEqualTo(whole.input().values(3));
    assertThat(data.input().values(9)).isEqualTo(whole.input().values(10));
  }

  @Test
  void aFolderOfCorruptImagesIsRejected() throws IOException {
    Files.writeString(write("cats/1.jpg"), "no image");

    assertThatThrownBy(() -> ImageFolder.of(root).skipBroken(broken -> {}).dataset())
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Folder %s: expected a readable image, got 1 unreadable images."
                + " See the errors reported for them.",
            root);
  }

  private static int[] labels(Dataset data) {
    int[] labels = new int[data.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = data.label().classIndex(i);
    }
    return labels;
  }

  private Path write(String name) throws IOException {
    return write(name, 7, 5);
  }

  private Path write(String name, int height, int width) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    String format = name.substring(name.lastIndexOf('.') + 1);
    return Files.write(file, ImageHeaderTest.image(format, height, width));
  }
}
