package dev.memenem.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code render}: draws the memes of a job, or one template with given texts. */
@Command(
    name = "render",
    description = "Draws the memes of a job, or one template with texts of your own.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  memenem render latest --best --dir out",
      "  memenem render --template drake --text \"Sleeping\" --text \"One more episode\"",
      "  memenem render latest --html --open",
      "  memenem render --template photo.jpg --text \"TOP\" --text \"BOTTOM\" --preview"
    })
public final class RenderCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "JOB_ID",
      description = "A job's id, a beginning that only it has, or latest.")
  Optional<String> job = Optional.empty();

  @Option(
      names = "--template",
      paramLabel = "ID",
      order = 1,
      description =
          "Instead of a job: a template's id or name, a picture file, an http(s) address, or -"
              + " for a picture from stdin.")
  Optional<String> template = Optional.empty();

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      order = 2,
      description = "With --template: the text of the next panel. Repeatable.")
  List<String> texts = List.of();

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      order = 3,
      description = "Write into DIR (default: ./memenem-<short id>/, or . with --template).")
  Optional<Path> dir = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      order = 4,
      converter = Names.PictureFormatConverter.class,
      completionCandidates = Names.PictureFormats.class,
      description = "png (default), jpg or gif.")
  Optional<String> format = Optional.empty();

  @Option(
      names = "--width",
      paramLabel = "PIXELS",
      order = 5,
      description = "Width of the pictures, 50 to 4000 (default: the template's own).")
  Optional<Integer> width = Optional.empty();

  @Option(
      names = "--font",
      paramLabel = "FILE",
      order = 6,
      description = "Draw with this TrueType or OpenType font.")
  Optional<Path> font = Optional.empty();

  @Option(names = "--best", order = 7, description = "Only the best variation of each template.")
  boolean best;

  @Option(names = "--force", order = 8, description = "Overwrite files that exist.")
  boolean force;

  @Option(
      names = "--html",
      order = 9,
      description = "Write one self-contained page that shows the whole job.")
  boolean html;

  @Option(names = "--preview", order = 10, description = "Show the pictures in the terminal too.")
  boolean preview;

  @Option(
      names = "--open",
      order = 11,
      description = "Open the page or the first picture with the desktop's viewer.")
  boolean open;

  @Option(names = "--alt", order = 12, description = "Print the pictures' alt texts.")
  boolean alt;

  @Option(names = "--offline", order = 13, description = "Touch no network.")
  boolean offline;

  private final Services services;

  public RenderCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    return 0;
  }
}
