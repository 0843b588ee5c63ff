package dev.memenem;

/**
 * Which program this is. The build's marks stand in the manifest of our own jar, which Java has
 * read already: {@code Implementation-Version} is {@code 0.1.0 (commit 94feade…)}.
 */
final class Version {
  private static final String UNKNOWN = "unknown";

  private Version() {}

  /** {@code 0.1.0}; {@code unknown} when the build left no mark. */
  static String number() {
    String mark = mark();
    int end = mark.indexOf(' ');
    return end < 0 ? mark : mark.substring(0, end);
  }

  /** What {@code --version} prints. Put together by hand: a formatter costs a tenth of a start. */
  static String text(String store) {
    String mark = mark();
    return "memenem "
        + (mark.indexOf(' ') < 0 ? mark + " (commit " + UNKNOWN + ")" : mark)
        + "\nJava "
        + System.getProperty("java.runtime.version", UNKNOWN)
        + ", "
        + System.getProperty("java.vendor", "unknown vendor")
        + "\nstore "
        + store;
  }

  private static String mark() {
    String mark = Version.class.getPackage().getImplementationVersion();
    return mark == null ? UNKNOWN : mark;
  }
}
