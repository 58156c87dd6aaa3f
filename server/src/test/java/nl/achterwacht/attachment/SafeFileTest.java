package nl.achterwacht.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import nl.achterwacht.attachment.SafeFile.Fault;
import nl.achterwacht.attachment.SafeFile.Unsafe;
import org.junit.jupiter.api.Test;

/** What is kept of a file that somebody sends. */
class SafeFileTest {
  private static final String SECRET = "GPS-52.0907-5.1214";

  @Test
  void aPhotoLosesWhatStoodBesideItAndStandsUpright() throws Exception {
    byte[] photo = jpegHeldOnItsSide();
    assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains(SECRET);
    SafeFile kept = SafeFile.of(photo);
    assertThat(kept.mediaType()).isEqualTo("image/jpeg");
    String bytes = new String(kept.content(), StandardCharsets.ISO_8859_1);
    assertThat(bytes).doesNotContain(SECRET).doesNotContain("Exif");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(kept.content()));
    assertThat(image.getWidth()).isEqualTo(40);
    assertThat(image.getHeight()).isEqualTo(80);
    // The left of what the camera stored is the top, once it is turned a quarter to the right.
    assertThat(new Color(image.getRGB(20, 5)).getRed()).isGreaterThan(200);
    assertThat(new Color(image.getRGB(20, 75)).getRed()).isLessThan(60);
  }

  @Test
  void aLargePictureBecomesAsLargeAsAScreenNeeds() throws Exception {
    SafeFile kept = SafeFile.of(png(6000, 30));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(kept.content()));
    assertThat(image.getWidth()).isEqualTo(2400);
    assertThat(image.getHeight()).isEqualTo(12);
  }

  @Test
  void onPaperItIsASmallJpegAndWhatShowedThroughIsWhite() throws Exception {
    SafeFile kept = SafeFile.of(png(3000, 1500));
    assertThat(kept.isPicture()).isTrue();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(kept.forPaper()));
    assertThat(image.getWidth()).isEqualTo(1000);
    assertThat(image.getHeight()).isEqualTo(500);
    assertThat(image.getColorModel().hasAlpha()).isFalse();
  }

  @Test
  void whatItIsStandsInTheFileAndNotInItsName() throws Exception {
    assertThat(SafeFile.of("%PDF-1.7 plan".getBytes(StandardCharsets.US_ASCII)).mediaType())
        .isEqualTo("application/pdf");
    assertRefused(
        "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8), Fault.NO_PICTURE_OR_PDF);
    assertRefused(new byte[0], Fault.NO_PICTURE_OR_PDF);
  }

  @Test
  void aPictureThatIsCutOffOrTooLargeIsRefused() throws Exception {
    byte[] whole = png(10, 10);
    assertRefused(java.util.Arrays.copyOf(whole, 40), Fault.BROKEN);
    assertRefused(new byte[SafeFile.MOST_BYTES + 1], Fault.TOO_LARGE);
  }

  @Test
  void aSmallFileThatHoldsAHugePictureIsNotUnpacked() throws Exception {
    byte[] huge = png(10, 10);
    // Width and height stand at 16 and 20 of a PNG; its checksum is of the 17 bytes from 12.
    byte[] size = HexFormat.of().parseHex("0000ffff0000ffff");
    System.arraycopy(size, 0, huge, 16, 8);
    var crc = new java.util.zip.CRC32();
    crc.update(huge, 12, 17);
    java.nio.ByteBuffer.wrap(huge).putInt(29, (int) crc.getValue());
    assertRefused(huge, Fault.BROKEN);
  }

  private static void assertRefused(byte[] bytes, Fault fault) {
    assertThatThrownBy(() -> SafeFile.of(bytes))
        .isInstanceOfSatisfying(Unsafe.class, e -> assertThat(e.fault()).isEqualTo(fault));
  }

  /** 80 by 40, its left half white; a quarter turn from upright, and it tells where it was. */
  private static byte[] jpegHeldOnItsSide() throws IOException {
    var image = new BufferedImage(80, 40, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 40; x++) {
      for (int y = 0; y < 40; y++) {
        image.setRGB(x, y, 0xFFFFFF);
      }
    }
    byte[] plain = written(image, "jpeg");
    byte[] exif =
        HexFormat.of()
            .parseHex("457869660000" + "4d4d002a00000008" + "0001" + "011200030000000100060000");
    byte[] place = SECRET.getBytes(StandardCharsets.US_ASCII);
    int length = 2 + exif.length + place.length;
    var out = new ByteArrayOutputStream();
    out.write(plain, 0, 2);
    out.write(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
    out.write(exif);
    out.write(place);
    out.write(plain, 2, plain.length - 2);
    return out.toByteArray();
  }

  /** A picture of this size. */
  public static byte[] png(int width, int height) throws IOException {
    return written(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png");
  }

  private static byte[] written(BufferedImage image, String format) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }
}
