package dev.memenem.template;

import dev.memenem.template.builtin.CatalogueFiles;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Draws the boxes of all formats, each on a blank of its proportions, into one picture to be looked
 * at. CONTRIBUTING says how to run it.
 */
public final class ContactSheet {
  private static final int COLUMNS = 10;
  private static final int CELL = 260;
  private static final int TITLE = 22;
  private static final int LARGEST = CELL - TITLE - 8;
  private static final Color[] INKS = {
    new Color(0x1f5fbf),
    new Color(0xb3261e),
    new Color(0x1f7a34),
    new Color(0x8a4bbf),
    new Color(0xb36b00)
  };

  private ContactSheet() {}

  /**
   * @param args where to write; then parts of names, to draw only those; all when there is none
   */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args.length > 0 ? args[0] : "target/contact-sheet.png");
    List<Template> templates =
        CatalogueFiles.builtin().stream()
            .filter(
                t -> args.length < 2 || List.of(args).stream().skip(1).anyMatch(t.name()::contains))
            .toList();
    int rows = (templates.size() + COLUMNS - 1) / COLUMNS;
    BufferedImage sheet =
        new BufferedImage(COLUMNS * CELL, Math.max(1, rows) * CELL, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = sheet.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    for (int i = 0; i < templates.size(); i++) {
      Graphics2D cell = (Graphics2D) g.create();
      cell.translate(i % COLUMNS * CELL + 4, i / COLUMNS * CELL);
      draw(cell, templates.get(i));
      cell.dispose();
    }
    g.dispose();
    ImageIO.write(sheet, "png", file.toFile());
  }

  private static void draw(Graphics2D g, Template template) {
    Template.Image image = template.image();
    double scale = (double) LARGEST / Math.max(image.width(), image.height());
    double width = image.width() * scale;
    double height = image.height() * scale;
    g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 11));
    g.setColor(Color.BLACK);
    g.drawString(shorten(template.name()), 0, 15);
    g.translate(0, TITLE);
    g.setColor(new Color(0xe8e8e8));
    g.fill(new Rectangle2D.Double(0, 0, width, height));
    List<Panel> panels = template.panels();
    for (int i = 0; i < panels.size(); i++) {
      draw(g, panels.get(i), INKS[i % INKS.length], width, height);
    }
  }

  private static void draw(Graphics2D g, Panel panel, Color ink, double width, double height) {
    Box box = panel.box();
    Rectangle2D frame =
        new Rectangle2D.Double(
            box.x() * width, box.y() * height, box.width() * width, box.height() * height);
    AffineTransform before = g.getTransform();
    g.rotate(Math.toRadians(box.angle()), frame.getCenterX(), frame.getCenterY());
    g.setColor(new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), 40));
    g.fill(frame);
    g.setColor(ink);
    g.setStroke(new BasicStroke(1.5f));
    g.draw(frame);
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 10));
    FontMetrics metrics = g.getFontMetrics();
    String role = panel.role() + " " + panel.maxWords();
    g.drawString(
        role,
        (float) (frame.getCenterX() - metrics.stringWidth(role) / 2.0),
        (float) (frame.getCenterY() + metrics.getAscent() / 2.0 - 1));
    g.setTransform(before);
  }

  private static String shorten(String name) {
    return name.length() <= 38 ? name : name.substring(0, 37) + "…";
  }
}
