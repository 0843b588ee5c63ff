package dev.memenem.picture;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/** Names and writes the files of memes. */
public final class MemeFiles {
  private static final int LONGEST = 60;

  private MemeFiles() {}

  /**
   * A readable name of lower-case letters, digits and hyphens: {@code drake-hotline-bling-2.png}.
   * It cannot leave a directory, be hidden or look like an option.
   *
   * @param name of the template
   * @param templateId stands in when the name has nothing that can be used
   * @param variation number of the meme, from 1
   */
  public static String name(String name, String templateId, int variation, PictureFormat format) {
    String slug = slug(name);
    if (slug.isEmpty()) {
      slug = slug(templateId);
    }
    return "%s-%d.%s".formatted(slug.isEmpty() ? "meme" : slug, variation, format.id());
  }

  /** Only {@code a-z}, {@code 0-9} and single hyphens inside; empty when nothing is left. */
  public static String slug(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("[\\p{M}'’]", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    plain = plain.substring(0, Math.min(plain.length(), LONGEST));
    return plain.replaceAll("^-+|-+$", "");
  }

  /**
   * Writes a file whole or not at all; directories are made. A file that has exactly these bytes is
   * left as it is.
   *
   * @param directory where
   * @param name a plain file name
   * @param force replace a file of that name
   * @return the file's absolute path
   * @throws PictureException when it exists and {@code force} is off, when the name would leave the
   *     directory, or when it cannot be written
   */
  public static Path write(Path directory, String name, byte[] bytes, boolean force) {
    Path home = directory.toAbsolutePath().normalize();
    Path file = home.resolve(name).normalize();
    if (!home.equals(file.getParent())) {
      throw new PictureException("\"%s\" is no file name".formatted(name));
    }
    Path draft = null;
    try {
      directories(home);
      if (isAlready(file, bytes)) {
        return file;
      }
      if (!force && Files.exists(file)) {
        throw new FileAlreadyExistsException(file.toString());
      }
      draft = Files.createTempFile(home, ".", ".part");
      Files.write(draft, bytes);
      readable(draft);
      if (force) {
        Files.move(
            draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } else {
        // a plain move looks first and moves then; a link is one step, and fails when there is one
        link(file, draft);
      }
      return file;
    } catch (FileAlreadyExistsException e) {
      throw new PictureException("%s exists; --force replaces it".formatted(file), e);
    } catch (IOException e) {
      throw new PictureException("cannot write %s: %s".formatted(file, reason(e)), e);
    } finally {
      delete(draft);
    }
  }

  /** Drawing the same meme again, for one who was cut off before he could say so, is no clash. */
  private static boolean isAlready(Path file, byte[] bytes) throws IOException {
    return Files.isRegularFile(file)
        && Files.size(file) == bytes.length
        && Arrays.equals(Files.readAllBytes(file), bytes);
  }

  private static void directories(Path home) throws IOException {
    try {
      Files.createDirectories(home);
    } catch (FileAlreadyExistsException e) {
      throw new NotDirectoryException(home.toString());
    }
  }

  private static void link(Path file, Path draft) throws IOException {
    try {
      Files.createLink(file, draft);
    } catch (UnsupportedOperationException e) {
      Files.move(draft, file);
    }
  }

  /** A temporary file is its owner's alone; a meme is as readable as any other file. */
  private static void readable(Path file) throws IOException {
    try {
      Files.setPosixFilePermissions(
          file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
    } catch (UnsupportedOperationException e) {
      return;
    }
  }

  private static void delete(Path draft) {
    try {
      if (draft != null) {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      return;
    }
  }

  private static String reason(IOException e) {
    if (e instanceof NotDirectoryException) {
      return e.getMessage() + " is no directory";
    }
    return e instanceof AccessDeniedException ? "permission denied" : "the disk refused it";
  }
}
