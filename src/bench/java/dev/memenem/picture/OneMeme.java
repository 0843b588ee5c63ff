package dev.memenem.picture;

import dev.memenem.template.Template;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Draws one picture with two captions, or many of them, for {@code pictures.py}.
 *
 * <p>{@code OneMeme BLANK OUT [PICTURES]}: with a number, pictures a second of the thread's
 * processor time, each decoded anew, after four times as many to warm up. Numbers, not seconds: on
 * a busy machine a few seconds warm nothing up.
 */
public final class OneMeme {
  private static final List<String> TEXTS =
      List.of("when the build is green", "and nobody knows why it was red");

  private OneMeme() {}

  public static void main(String[] args) throws Exception {
    byte[] bytes = Files.readAllBytes(Path.of(args[0]));
    Path out = Path.of(args[1]);
    String extension = args[1].substring(args[1].lastIndexOf('.') + 1);
    RenderOptions options =
        RenderOptions.DEFAULT.wide(1200).as(PictureFormat.of(extension).orElseThrow());
    if (args.length < 3) {
      draw(bytes, out, options);
      return;
    }
    int pictures = Integer.parseInt(args[2]);
    for (int i = 0; i < 4 * pictures; i++) {
      draw(bytes, out, options);
    }
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < pictures; i++) {
      draw(bytes, out, options);
    }
    System.out.printf("%.2f%n", pictures * 1e9 / (threads.getCurrentThreadCpuTime() - start));
  }

  private static void draw(byte[] bytes, Path out, RenderOptions options) throws Exception {
    Picture blank = Picture.read(bytes);
    Template template = OwnTemplate.of("own", "own", Optional.empty(), blank, 2);
    Files.write(
        out, new MemeRenderer(Fonts.standard()).render(template, blank, TEXTS, options).bytes());
  }
}
