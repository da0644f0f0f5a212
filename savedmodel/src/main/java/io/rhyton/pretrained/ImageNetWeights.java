package io.rhyton.pretrained;

import io.rhyton.applications.Application;
import io.rhyton.applications.ApplicationWeights;
import io.rhyton.applications.PretrainedFile;
import io.rhyton.artifact.ArtifactException;
import io.rhyton.data.DataException;
import io.rhyton.download.CacheFolder;
import io.rhyton.download.Downloader;
import io.rhyton.download.RemoteFile;
import io.rhyton.keras.KerasWeights;
import io.rhyton.model.weight.Weights;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The weights that Keras publishes for its applications, trained on ImageNet.
 *
 * <pre>{@code
 * MobileNetV2 mobileNet = Applications.mobileNetV2()
 *     .weights(ApplicationWeights.IMAGENET)
 *     .inputShape(96, 96, 3)
 *     .includeTop(false);
 * ModelSpec body = mobileNet.build();
 * Weights weights = ImageNetWeights.load(mobileNet);
 * }</pre>
 *
 * <p>Weights of a file of your own are read with {@link KerasWeights#read}. Source: {@code
 * keras/src/applications}, Keras 3.15.
 */
public final class ImageNetWeights {
  static final String CACHE = "models";

  private ImageNetWeights() {}

  /**
   * Loads the weights from the cache directory, {@code $RHYTON_HOME/models}, or {@code
   * ~/.rhyton/models} if that environment variable is not set. Downloads them first if they are
   * missing; an interrupted download is resumed, and the published checksum is verified. Keras
   * publishes none for MobileNet and MobileNetV2. For these, without the classifier and for images
   * of a size that has no weights of its own, they are those of 224 by 224 pixels.
   *
   * @param application an application {@linkplain Application#weights built for} the weights of
   *     ImageNet
   * @return the weights of the model that it builds
   * @throws IllegalArgumentException if the application is not built for them, or they do not fit
   * @throws DataException if they cannot be downloaded
   * @throws ArtifactException if the cached file is corrupt
   */
  public static Weights load(Application<?> application) {
    Objects.requireNonNull(application, "application");
    return load(application, remote(application), CacheFolder.of(CACHE), Downloader.standard());
  }

  static Weights load(
      Application<?> application, RemoteFile file, Path cache, Downloader downloader) {
    return KerasWeights.read(application.build(), downloader.fetch(file, cache));
  }

  static RemoteFile remote(Application<?> application) {
    if (application.options().weights() != ApplicationWeights.IMAGENET) {
      throw new IllegalArgumentException(
          "application must be built with weights(IMAGENET), got "
              + application.options().weights());
    }
    PretrainedFile file = application.imageNetFile();
    return new RemoteFile(file.address(), file.hash());
  }
}
