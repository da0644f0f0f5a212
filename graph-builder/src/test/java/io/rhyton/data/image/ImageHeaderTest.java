package io.rhyton.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class ImageHeaderTest {

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "gif", "bmp"})
  void theSizeMatchesTheImage(String format) throws IOException {
    ImageHeader header = ImageHeader.of(image(format, 7, 5));

    assertThat(header).isNotNull();
    assertThat(header.height()).isEqualTo(7);
    assertThat(header.width()).isEqualTo(5);
    // A GIF has the size of the canvas, and that of its frame.
    assertThat(header.pixels()).isEqualTo(format.equals("gif") ? 70 : 35);
  }

  @Test
  void aNegativeHeightMeansTopRowFirst() throws IOException {
    byte[] bmp = image("bmp", 7, 5);
    ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(22, -7);

    assertThat(ImageHeader.of(bmp)).isEqualTo(new ImageHeader(7, 5, 35));
  }

  @Test
  void framesOfAnAnimationAreSummed() throws IOException {
    byte[] gif = image("gif", 7, 5);
    int frame = indexOf(gif, (byte) ',');
    byte[] twice = Arrays.copyOf(gif, 2 * gif.length - frame - 1);
    System.arraycopy(gif, frame, twice, gif.length - 1, gif.length - frame);

    assertThat(ImageHeader.of(twice)).isEqualTo(new ImageHeader(7, 5, 105));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "bmp"})
  void aFileTruncatedBeforeItsSizeHasNone(String format) throws IOException {
    assertThat(ImageHeader.of(Arrays.copyOf(image(format, 7, 5), 20))).isNull();
  }

  @Test
  void otherFilesHaveNoSize() {
    assertThat(ImageHeader.of(new byte[0])).isNull();
    assertThat(ImageHeader.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8})).isNull();
  }

  @Timeout(60)
  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "gif", "bmp"})
  void corruptFilesAreHandled(String format) throws IOException {
    byte[] whole = image(format, 7, 5);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 2000; i++) {
      byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length) + 1);
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      assertThatCode(() -> ImageHeader.of(damaged)).doesNotThrowAnyException();
    }
  }

  public static byte[] image(String format, int height, int width) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    SplittableRandom random = new SplittableRandom(height * 1000L + width);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, random.nextInt(1 << 24));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }

  private static int indexOf(byte[] bytes, byte value) {
    // A color or the comment at the start may contain it, too: the frame comes after both.
    int place = bytes.length - 1;
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes[place] != value
        || place + 9 > bytes.length
        || buffer.getShort(place + 5) != 5
        || buffer.getShort(place + 7) != 7) {
      place--;
    }
    return place;
  }
}
