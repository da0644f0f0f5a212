package io.rhyton.training;

import static io.rhyton.data.DataErrors.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.batch.Augmenter;
import io.rhyton.batch.DataAdapter;
import io.rhyton.batch.Feed;
import io.rhyton.batch.SampleOrder;
import io.rhyton.data.Column;
import io.rhyton.data.Dataset;
import io.rhyton.data.NormalizationStatistics;
import io.rhyton.datasets.SyntheticShapes;
import io.rhyton.error.SpecException;
import io.rhyton.execution.Execution;
import io.rhyton.history.History;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.augmentation.ImageDataGenerator;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.FlipMode;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.layer.RandomCrop;
import io.rhyton.model.layer.RandomFlip;
import io.rhyton.model.layer.Rescaling;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.shape.Image;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.fit.Fit;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.Shape;

class AugmentationTest {
  private static final ImageDataGenerator NONE = ImageDataGenerator.of();
  private static final ImageDataGenerator MOVES =
      NONE.rotationRange(30).widthShiftRange(0.2).horizontalFlip(true).channelShiftRange(0.3);
  private static final Dataset DATA = SmallModels.images(40);

  @TempDir private Path folder;

  @Test
  void oneSeedGivesIdenticalWeights() {
    Weights first = trained(1, fit(3).augmentation(MOVES));
    assertThat(trained(1, fit(3).augmentation(MOVES))).isEqualTo(first);
    assertThat(trained(1, fit(3))).isNotEqualTo(first);
  }

  @Test
  void trainingInTwoCallsEqualsTrainingInOne() {
    Fit fit = fit(4).augmentation(MOVES);
    try (Model model = SmallModels.compiled(1)) {
      model.fit(DATA, fit(2).augmentation(MOVES));
      model.fit(DATA, fit.initialEpoch(2));
      assertThat(model.weights()).isEqualTo(trained(1, fit));
    }
  }

  @Test
  void eachEpochIsAugmentedDifferently() {
    assertThat(augmented(MOVES, 1)).isNotEqualTo(augmented(MOVES, 2));
    assertThat(augmented(MOVES, 1)).isEqualTo(augmented(MOVES, 1));
  }

  @Test
  void validationImagesAreNotAugmented() {
    try (Model model = SmallModels.compiled(1)) {
      History history = model.fit(DATA, fit(1).validationData(DATA).augmentation(MOVES));
      assertThat(history.last().scores().values().get("val_loss"))
          .isEqualTo(model.evaluate(DATA, 16).loss());
    }
  }

  @Test
  void validationImagesAreStandardizedLikeTrainingImages() {
    ImageDataGenerator generator =
        NormalizationStatistics.adapt(MOVES.featurewiseStdNormalization(true), DATA);
    try (Model model = SmallModels.compiled(1)) {
      History history = model.fit(DATA, fit(1).validationData(DATA).augmentation(generator));
      assertThat(history.last().scores().values().get("val_loss"))
          .isEqualTo(model.evaluate(Augmentation.standardize(generator, DATA), 16).loss())
          .isNotEqualTo(model.evaluate(DATA, 16).loss());
    }
  }

  @Test
  void standardizedImagesKeepTheirOrderLabelsAndNames() {
    Dataset data =
        Dataset.zip(
            Dataset.vectors(new float[][] {{1}, {2}}).named("vector"),
            Dataset.images(2, 1, 1, new float[] {1, 3, 5, 9}).named("image"),
            Dataset.targets(new float[][] {{7}, {8}}).named("out"));
    Dataset standardized = Augmentation.standardize(NONE.samplewiseCenter(true), data);
    assertThat(standardized.inputs()).extracting(Column::name).containsExactly("vector", "image");
    assertThat(standardized.inputs().get(1).values(0)).containsExactly(-1, 1);
    assertThat(standardized.inputs().get(1).values(1)).containsExactly(-2, 2);
    assertThat(standardized.inputs().get(0).values(1)).containsExactly(2);
    assertThat(standardized.labels().get(0).name()).isEqualTo("out");
  }

  @Test
  void shiftsByWholePixelsAreNotInterpolated() {
    Dataset images = SmallModels.images(8).rescale(64).take(8);
    float[] moved = augmented(NONE.widthShiftRange(3).heightShiftRange(3), 1, images);
    for (int i = 0; i < images.size(); i++) {
      for (int p = 0; p < 36; p++) {
        assertThat(images.input().values(i)).contains(moved[i * 36 + p]);
      }
    }
  }

  @Test
  void aPageShowsOneRowPerClass() throws IOException {
    Path page = folder.resolve("pages/samples.png");
    Augmentation.plot(MOVES, SyntheticShapes.dataset(30, 1), SyntheticShapes.CLASSES, page);
    BufferedImage image = ImageIO.read(page.toFile());
    assertThat(image.getWidth()).isGreaterThan(9 * 160).isLessThan(12 * 168);
    assertThat(image.getHeight()).isGreaterThan(10 * 160).isLessThan(11 * 168);
  }

  @Test
  void aPageIsAPngOrAnSvg() {
    assertThatThrownBy(
            () -> Augmentation.plot(MOVES, DATA, List.of(), folder.resolve("samples.jpg")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("path must end in .png or .svg, got " + folder.resolve("samples.jpg"));
  }

  private static Sequential<Image> head() {
    return Sequential.image(32, 32, 3)
        .add(Rescaling.of(1.0 / 127.5).offset(-1))
        .add(RandomFlip.of(FlipMode.HORIZONTAL))
        .add(RandomCrop.of(24, 16));
  }

  @Test
  void aPageShowsThePreprocessingLayersInTrainingMode() throws IOException {
    ModelSpec model = head().add(Conv2D.of(2, 3)).add(Dropout.of(0.5)).build("m");
    Dataset shapes = SyntheticShapes.dataset(30, 1);
    Path page = folder.resolve("samples.png");
    Augmentation.plot(model, shapes, SyntheticShapes.CLASSES, page);
    BufferedImage png = ImageIO.read(page.toFile());
    assertThat(png.getWidth()).isGreaterThan(9 * 160).isLessThan(12 * 168);
    try (PreprocessingStem stem = PreprocessingStem.open(model, 3)) {
      assertThat(stem.output()).isEqualTo(Shape.of(24, 16, 3));
      float[] image = stem.images(shapes).values(0);
      float[] once = stem.trainingOutput(image, 1);
      assertThat(stem.trainingOutput(image, 1)).isEqualTo(once);
      assertThat(stem.trainingOutput(image, 2)).isNotEqualTo(once).hasSize(24 * 16 * 3);
      assertThat(stem.inferenceOutput(image)).hasSize(24 * 16 * 3).isNotEqualTo(once);
      for (float value : once) {
        assertThat(value).isBetween(-1f, 1f);
      }
    }
    Augmentation.plot(model, shapes, List.of(), folder.resolve("samples.svg"));
    assertThat(folder.resolve("samples.svg")).content().contains("with 8 augmented versions");
  }

  @Test
  void layersAreFoundInANestedModel() {
    ModelSpec inner =
        Sequential.image(32, 32, 3).add(RandomFlip.of(FlipMode.VERTICAL)).build("changes");
    ModelSpec model =
        Sequential.image(32, 32, 3)
            .add(NestedModel.image(inner))
            .add(Flatten.of())
            .add(Dropout.of(0.5))
            .build("m");
    try (PreprocessingStem stem = PreprocessingStem.open(model, 3)) {
      float[] image = SyntheticShapes.dataset(1, 1).input().values(0);
      assertThat(IntStream.range(0, 9).mapToObj(step -> stem.trainingOutput(image, step)))
          .anySatisfy(made -> assertThat(made).isEqualTo(image))
          .anySatisfy(made -> assertThat(made).isNotEqualTo(image));
    }
  }

  @Test
  void aModelWithoutAugmentationLayersHasNoPage() {
    Path page = folder.resolve("samples.png");
    assertThatThrownBy(() -> Augmentation.plot(SmallModels.spec(), DATA, List.of(), page))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Model 'small': expected an augmentation layer before the layers with"
                + " weights, got none. Put layers such as RandomFlip after the input.");
    refused(
        () -> Augmentation.plot(head().build("m"), DATA, List.of(), page),
        "Sample page: expected one input of images [32, 32, 3], got 0 among [[6, 6, 1]]. "
            + "Pass the data that the model is trained on.");
  }

  @Test
  void imagesWithOtherChannelsAreRejected() {
    Dataset twoChannels = Dataset.images(1, 1, 2, new float[2]);
    refused(
        () -> Augmentation.plot(NONE, twoChannels, List.of(), folder.resolve("samples.png")),
        "Sample page: expected images of 1 or 3 channels, got [1, 1, 2]. "
            + "Choose the channels to show.");
  }

  @Test
  void emptyDataIsRejected() {
    refused(
        () -> Augmentation.plot(NONE, DATA.take(0), List.of(), folder.resolve("samples.png")),
        "Sample page: expected at least one sample, got an empty data set. Provide data.");
  }

  @Test
  void vectorsAreNotImages() {
    Dataset vectors = Dataset.vectors(new float[][] {{1, 2}});
    refused(
        () -> Augmentation.standardize(NONE, vectors),
        "Augmentation: expected one input of images [height, width, channels], got 0 among [[2]]. "
            + "Leave augmentation out, or augment with layers such as RandomFlip.");
  }

  @Test
  void severalImageInputsAreRejected() {
    Dataset image = Dataset.images(1, 2, 1, new float[2]);
    refused(
        () -> Augmentation.standardize(NONE, Dataset.zip(image, image)),
        "Augmentation: expected one input of images [height, width, channels], "
            + "got 2 among [[1, 2, 1], [1, 2, 1]]. "
            + "Leave augmentation out, or augment with layers such as RandomFlip.");
  }

  @Test
  void centeringRequiresTheMean() {
    ImageDataGenerator centered = NONE.featurewiseCenter(true);
    try (Model model = SmallModels.compiled(1)) {
      refused(
          () -> model.fit(DATA, fit(1).augmentation(centered)),
          "Augmentation: expected the means of 1 channels, got none. "
              + "Compute them from the training data: NormalizationStatistics.adapt(generator, data).");
      ImageDataGenerator ofColors =
          NormalizationStatistics.adapt(centered, SyntheticShapes.dataset(2, 1));
      refused(
          () -> model.fit(DATA, fit(1).augmentation(ofColors)),
          "Augmentation: expected the means of 1 channels, got the means of 3. "
              + "Compute them from the training data: NormalizationStatistics.adapt(generator, data).");
    }
  }

  @Test
  void geometricTransformationsRejectLabelMaps() {
    Dataset masked =
        Dataset.zip(
            Dataset.images(2, 2, 1, new float[8]),
            Dataset.targets(Shape.of(2, 2, 1), new float[8]));
    try (Model model =
        Model.compile(
            Sequential.image(2, 2, 1).add(Conv2D.of(1, 1)).build("masks"),
            CompileSpec.of(SGD.of(0.1), MeanSquaredError.of()))) {
      refused(
          () -> model.fit(masked, fit(1).augmentation(NONE.verticalFlip(true))),
          "Augmentation: expected labels of whole images, as geometric transformations do not"
              + " change labels, got labels of shape [2, 2, 1]. Restrict the augmentation to"
              + " brightness and channel shifts.");
      assertThat(model.fit(masked, fit(1).augmentation(NONE.channelShiftRange(1))).epochs())
          .hasSize(1);
    }
  }

  private static Fit fit(int epochs) {
    return SmallModels.fit(epochs);
  }

  private static Weights trained(long seed, Fit fit) {
    try (Model model = SmallModels.compiled(seed)) {
      model.fit(DATA, fit);
      return model.weights();
    }
  }

  private static float[] augmented(ImageDataGenerator generator, long step) {
    return augmented(generator, step, DATA);
  }

  private static float[] augmented(ImageDataGenerator generator, long step, Dataset images) {
    try (Augmenter augmenter = new Augmenter(generator, 1, Execution.defaults())) {
      int[] all = SampleOrder.asGiven(augmenter.require(images).size());
      try (Feed feed = DataAdapter.batch(images, all, List.of(), augmenter.forTraining(step))) {
        return augmenter.images(feed);
      }
    }
  }
}
