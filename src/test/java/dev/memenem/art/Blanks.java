package dev.memenem.art;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Draws the blanks that travel with the program. They are kept ready in {@code src/main/resources},
 * since drawing them takes longer than reading them; run this class with that directory to draw
 * them anew.
 */
public final class Blanks {
  private static final float QUALITY = 0.88f;

  private Blanks() {}

  /** Every blank by its slug. */
  static Map<String, Supplier<BufferedImage>> all() {
    Map<String, Supplier<BufferedImage>> all = new LinkedHashMap<>();
    all.put("picky-cat", Choices::pickyCat);
    all.put("cardboard-empire", Choices::cardboardEmpire);
    all.put("two-boxes", Choices::twoBoxes);
    all.put("the-box-it-came-in", Choices::theBoxItCameIn);
    all.put("paw-bump", Choices::pawBump);
    all.put("monday-cat", Moods::mondayCat);
    all.put("cat-with-a-sign", Moods::catWithASign);
    all.put("fire-drill", Moods::fireDrill);
    all.put("bake-off", Stories::bakeOff);
    all.put("year-one-year-five", Stories::yearOneYearFive);
    all.put("cat-and-dog-talk", Stories::catAndDogTalk);
    all.put("under-the-sheet", Stories::underTheSheet);
    all.put("mug-off-the-table", Stories::mugOffTheTable);
    all.put("cat-on-the-chart", Stories::catOnTheChart);
    return all;
  }

  /**
   * @param args the directory, then the slugs wanted; none: all
   */
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    Files.createDirectories(directory);
    for (Map.Entry<String, Supplier<BufferedImage>> blank : all().entrySet()) {
      if (args.length == 1 || java.util.List.of(args).contains(blank.getKey())) {
        write(blank.getValue().get(), directory.resolve(blank.getKey() + ".jpg"));
      }
    }
  }

  private static void write(BufferedImage image, Path file) throws IOException {
    Files.deleteIfExists(file);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
  }
}
