package dev.memenem.batch;

import dev.memenem.job.Job;
import dev.memenem.job.TemplateResult;
import java.util.function.Consumer;

/** Draws the memes of a finished template. */
@FunctionalInterface
public interface Illustrator {
  /** Draws nothing. */
  Illustrator NONE = (job, result, warning) -> result;

  /**
   * @param warning receives what went wrong, one line each; a picture that cannot be drawn fails
   *     nothing else
   * @return the result, with paths where pictures were written
   */
  TemplateResult illustrate(Job job, TemplateResult result, Consumer<String> warning);
}
