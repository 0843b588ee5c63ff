/**
 * memenem turns a topic into ranked, captioned memes.
 *
 * <h2>The map</h2>
 *
 * A package one level deep is ours; a package two levels deep is an adapter for one outside
 * technology. From top to bottom:
 *
 * <ul>
 *   <li>{@code Main}: arguments, streams and environment in, exit code out; {@code App}: the
 *       composition root, which with its parts alone knows the adapters: {@code Sources} is where a
 *       new source is added, {@code Providers} a new provider, {@code App} itself a new store
 *   <li>{@code cli}: one class a subcommand · {@code view}: records in, screens out
 *   <li>{@code batch}: the use case, a job from claim to result
 *   <li>{@code store}: one open store · {@code job}: the record of a run
 *   <li>{@code caption}, {@code picture}: who writes, and who draws · {@code virality}, {@code
 *       template}: how captions are ranked, and the formats
 *   <li>{@code cache}, {@code pace}, {@code http} · {@code config} · {@code json}
 * </ul>
 *
 * <h2>Import rules</h2>
 *
 * Imports only point down this list, never in a circle. Adapters know their parent package and what
 * that may know, never each other. Command line, database, HTML, terminal and picture libraries
 * stay in the package that is made for them. Streams, environment, clock and exit belong to {@code
 * Main} and {@code App}; all else takes a {@link java.time.InstantSource} and a {@code Sleeper}.
 * {@code ArchitectureTest} holds all of this.
 *
 * <h2>The life of one submit</h2>
 *
 * <ol>
 *   <li>{@code Main} hands arguments, streams and environment to {@code App}, which builds the one
 *       subcommand that was named. Nothing is opened yet.
 *   <li>The subcommand turns flags into a {@code JobRequest}, which rejects nonsense.
 *   <li>Now the store opens; {@code JobService} records the job before its id is printed.
 *   <li>A {@code Worker} runs it, in this process or in one of its own: it claims the job with a
 *       lease, keeps that alive by a heartbeat, and hands the work to {@code BatchProcessor}.
 *   <li>For each batch: templates, captions, scores, pictures, one checkpoint, then the listeners.
 *       A template that failed is a value, not an exception.
 *   <li>The worker saves the outcome; the subcommand makes text and an exit code of it; {@code App}
 *       closes what it opened.
 * </ol>
 */
package dev.memenem;
