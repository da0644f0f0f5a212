package io.rhyton.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.data.CountedReads;
import io.rhyton.data.Dataset;
import io.rhyton.history.History;
import io.rhyton.model.augmentation.ImageDataGenerator;
import io.rhyton.report.Classification;
import io.rhyton.report.RunReport;
import io.rhyton.training.fit.Fit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Samples in files are read no more often than needed. */
class FileReadsTest {
  private static final Dataset DATA = SmallModels.images(40);
  private static final List<String> CLASSES = List.of("dark", "bright");

  @Test
  void anEpochReadsEachSampleOnce() {
    CountedReads training = CountedReads.of(DATA);
    CountedReads validation = CountedReads.of(DATA.take(25));
    try (Model model = SmallModels.compiled(1)) {
      Fit fit = SmallModels.fit(1).validationData(validation.dataset());
      model.fit(training.dataset(), fit);
      assertThat(training.reads()).containsOnly(1);
      assertThat(validation.reads()).containsOnly(1);
      ImageDataGenerator changes = ImageDataGenerator.of().horizontalFlip(true);
      model.fit(
          training.dataset().rescale(2), fit.augmentation(changes).classWeight(Map.of(0, 2.0)));
      assertThat(training.reads()).containsOnly(2);
      assertThat(validation.reads()).containsOnly(2);
      model.fit(training.dataset(), SmallModels.fit(3).validationSplit(0.25));
      assertThat(training.reads()).containsOnly(5);
    }
  }

  @Test
  void evaluationAndPredictionReadEachSampleOnce() {
    CountedReads counted = CountedReads.of(DATA);
    Dataset data = counted.dataset();
    try (Model model = SmallModels.compiled(1)) {
      History history = model.fit(DATA, SmallModels.fit(1));
      model.evaluate(data);
      assertThat(counted.reads()).containsOnly(1);
      model.predict(data);
      assertThat(counted.reads()).containsOnly(2);
      Classification classification = Classification.of(model, data, CLASSES);
      assertThat(counted.reads()).containsOnly(3);
      RunReport.of(model, history).classification(classification, data).html();
      // Those shown, possibly in two sections: once for their value range, once for rendering.
      assertThat(Arrays.stream(counted.reads()).max().orElseThrow()).isLessThanOrEqualTo(3 + 4);
    }
  }

  @Test
  void withACacheAllEpochsReadEachSampleOnce() {
    CountedReads counted = CountedReads.of(DATA);
    Dataset data = counted.dataset().cache();
    try (Model cached = SmallModels.compiled(1);
        Model plain = SmallModels.compiled(1)) {
      Fit fit = SmallModels.fit(3).validationSplit(0.25);
      cached.fit(data.rescale(0.5), fit);
      plain.fit(DATA.rescale(0.5), fit);
      assertThat(cached.weights()).isEqualTo(plain.weights());
      Classification.of(cached, data, CLASSES);
    }
    assertThat(counted.reads()).containsOnly(1);
  }
}
