package dev.memenem;

import java.io.IOException;
import java.io.InputStream;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** Which program this is. */
final class Version {
  private Version() {}

  /** {@code 0.1.0}; {@code unknown} when the build left no mark. */
  static String number() {
    return Marks.NUMBER;
  }

  /** What {@code --version} prints. */
  static String text(String store) {
    return "memenem %s (commit %s)%nJava %s, %s%nstore %s"
        .formatted(
            Marks.NUMBER,
            Marks.COMMIT,
            Runtime.version(),
            System.getProperty("java.vendor", "unknown vendor"),
            store);
  }

  /** The build's marks, from the manifest of our own jar, which comes first on the class path. */
  private static final class Marks {
    static final String NUMBER;
    static final String COMMIT;

    static {
      Attributes marks = new Attributes();
      try (InputStream in = Version.class.getResourceAsStream("/META-INF/MANIFEST.MF")) {
        if (in != null) {
          Attributes found = new Manifest(in).getMainAttributes();
          if ("memenem".equals(found.getValue(Attributes.Name.IMPLEMENTATION_TITLE))) {
            marks = found;
          }
        }
      } catch (IOException e) {
        // the version stays unknown, which is no reason not to work
      }
      NUMBER = value(marks, "Implementation-Version");
      COMMIT = value(marks, "Implementation-Build");
    }

    private static String value(Attributes marks, String name) {
      String value = marks.getValue(name);
      return value == null ? "unknown" : value;
    }
  }
}
