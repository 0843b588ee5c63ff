package dev.memenem.caption;

final class CaptionPrompt {
  static final String VERSION = "1";
}
