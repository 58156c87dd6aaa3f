package nl.achterwacht.attachment;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, as a JPEG tells it beside the picture (Exif 2.32, tag 0x0112): 1 upright,
 * 3 upside down, 6 and 8 on a side; 2, 4, 5 and 7 the same in a mirror.
 */
record Orientation(int value) {
  private static final Orientation UPRIGHT = new Orientation(1);
  private static final int APP1 = 0xFFE1;
  private static final int PICTURE_BEGINS = 0xFFDA;
  private static final int EXIF = 0x45786966;
  private static final int TAG = 0x0112;

  /** What {@code bytes} say; upright when they say nothing that can be read. */
  static Orientation of(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      int at = 2;
      while (true) {
        int marker = in.getShort(at) & 0xFFFF;
        int length = in.getShort(at + 2) & 0xFFFF;
        if (marker < 0xFF00 || marker == PICTURE_BEGINS) {
          return UPRIGHT;
        }
        if (marker == APP1 && in.getInt(at + 4) == EXIF) {
          return inExif(in.slice(at + 10, length - 8));
        }
        at += 2 + length;
      }
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      return UPRIGHT;
    }
  }

  private static Orientation inExif(ByteBuffer exif) {
    exif.order(exif.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = exif.getInt(4);
    int entries = exif.getShort(directory) & 0xFFFF;
    for (int entry = 0; entry < entries; entry++) {
      int at = directory + 2 + entry * 12;
      if ((exif.getShort(at) & 0xFFFF) == TAG) {
        int value = exif.getShort(at + 8);
        return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  boolean isOnItsSide() {
    return value >= 5;
  }

  /** Puts a picture of this size, as it is stored, upright. */
  AffineTransform turn(int width, int height) {
    return switch (value) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
