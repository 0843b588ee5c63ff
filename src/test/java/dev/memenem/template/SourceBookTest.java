package dev.memenem.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.cache.CacheKind;
import dev.memenem.store.Store;
import dev.memenem.store.sqlite.SqliteStore;
import dev.memenem.template.SourceBook.Wanted;
import dev.memenem.template.TemplateSource.Listing;
import dev.memenem.testing.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SourceBookTest {
  private static final Wanted ALL = new Wanted(List.of(), false, false);

  @TempDir Path home;
  private final TestClock clock = new TestClock();
  private final Source builtin = new Source("builtin", false);
  private final Source imgflip = new Source("imgflip", true);
  private final Source reddit = new Source("reddit", true);
  private Store store;

  /** A source that gives what a test says. */
  private static final class Source implements TemplateSource {
    private final String name;
    private final boolean remote;
    private final AtomicInteger asked = new AtomicInteger();
    private Supplier<Listing> answer = () -> Listing.of(List.of());

    Source(String name, boolean remote) {
      this.name = name;
      this.remote = remote;
    }

    Source gives(Template... templates) {
      answer = () -> Listing.of(List.of(templates));
      return this;
    }

    Source fails(SourceState state, String detail) {
      answer = () -> Listing.failed(state, detail);
      return this;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public boolean remote() {
      return remote;
    }

    @Override
    public Listing list(Instant deadline) {
      asked.incrementAndGet();
      return answer.get();
    }
  }

  @BeforeEach
  void open() {
    store = SqliteStore.open(home.resolve("store.db"), clock, clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private SourceBook book(Duration limit, UnaryOperator<Template> enrich, Source... sources) {
    return new SourceBook(
        Arrays.asList(sources),
        new SourceBook.Tools(store::cache, clock, enrich),
        new SourceBook.Times(Duration.ofHours(1), Duration.ofDays(1), limit));
  }

  private Gathered gather(Wanted wanted, Source... sources) {
    return book(Duration.ofSeconds(10), template -> template, sources)
        .gather(wanted, clock.instant().plusSeconds(600));
  }

  private static Template template(String id, String name, String situation) {
    Template.Meaning none = Template.Meaning.UNKNOWN;
    return new Template(
        id,
        name,
        id.substring(0, id.indexOf('_')),
        new Template.Image(Optional.of("https://i.example/" + id), 10, 10),
        new Template.Meaning(
            List.of(), List.of(), List.of(), "", situation, "dilemma", "", List.of()),
        LikelyPanels.of(2),
        50);
  }

  private static <T> List<T> each(Gathered gathered, Function<SourceReport, T> part) {
    return gathered.reports().stream().map(part).toList();
  }

  @Test
  void sourcesTogetherMakeOneList() {
    Gathered gathered =
        gather(
            ALL,
            builtin.gives(template("builtin_otter", "Otter", "swims")),
            imgflip.gives(template("imgflip_1", "Heron", "")));
    assertThat(gathered.templates())
        .extracting(Template::id)
        .containsExactly("builtin_otter", "imgflip_1");
    assertThat(gathered.warnings()).isEmpty();
    assertThat(gathered.reports().get(1).fetchedAt()).contains(clock.instant());
    assertThat(gathered.reports().get(0).fetchedAt()).isEmpty();
  }

  @Test
  void anHourLongTheCacheAnswers() {
    imgflip.gives(template("imgflip_1", "Heron", ""));
    gather(ALL, imgflip);
    Instant fetched = clock.instant();
    clock.forward(Duration.ofMinutes(59));
    Gathered second = gather(ALL, imgflip);
    assertThat(imgflip.asked).hasValue(1);
    assertThat(second.templates()).isEqualTo(gather(ALL, imgflip).templates()).hasSize(1);
    assertThat(second.reports().get(0).cached()).isTrue();
    assertThat(second.reports().get(0).stale()).isFalse();
    assertThat(second.reports().get(0).fetchedAt()).contains(fetched);
    clock.forward(Duration.ofMinutes(2));
    gather(ALL, imgflip);
    assertThat(imgflip.asked).hasValue(2);
    assertThat(store.cache().stats(CacheKind.TEMPLATES).total()).isEqualTo(1);
  }

  @Test
  void refreshAsksAgain() {
    imgflip.gives(template("imgflip_1", "Heron", ""));
    gather(ALL, imgflip);
    gather(new Wanted(List.of(), false, true), imgflip);
    assertThat(imgflip.asked).hasValue(2);
  }

  @Test
  void forADayTheOldListStandsInForASourceThatFails() {
    gather(ALL, imgflip.gives(template("imgflip_1", "Heron", "")));
    clock.forward(Duration.ofHours(23));
    imgflip.fails(SourceState.UNAVAILABLE, "it answered with status 500");
    Gathered old = gather(ALL, imgflip);
    assertThat(old.templates()).hasSize(1);
    assertThat(old.reports().get(0).stale()).isTrue();
    assertThat(old.reports().get(0).state()).isEqualTo(SourceState.UNAVAILABLE);
    assertThat(old.warnings())
        .containsExactly(
            "imgflip: it answered with status 500; its list of 2026-03-01T08:00:00Z is used");
    clock.forward(Duration.ofHours(2));
    Gathered gone = gather(new Wanted(List.of("imgflip"), false, false), imgflip);
    assertThat(gone.templates()).isEmpty();
    assertThat(gone.failed()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = SourceState.class,
      names = {"OK", "NOT_CONFIGURED"},
      mode = EnumSource.Mode.EXCLUDE)
  void oneThatFailsTakesNothingFromTheOthers(SourceState state) {
    Gathered gathered =
        gather(
            ALL,
            builtin.gives(template("builtin_otter", "Otter", "swims")),
            reddit.fails(state, "so it is"));
    assertThat(gathered.templates()).hasSize(1);
    assertThat(gathered.warnings()).containsExactly("reddit: so it is");
    assertThat(gathered.failed()).isFalse();
  }

  @Test
  void oneThatIsNotSetUpIsPassedOverUnlessItWasNamed() {
    reddit.fails(SourceState.NOT_CONFIGURED, "needs REDDIT_CLIENT_ID");
    assertThat(gather(ALL, builtin, reddit).warnings()).isEmpty();
    Gathered named = gather(new Wanted(List.of("reddit"), false, false), builtin, reddit);
    assertThat(named.warnings()).containsExactly("reddit: needs REDDIT_CLIENT_ID");
    assertThat(named.failed()).isTrue();
    assertThat(named.needsCredentials()).isTrue();
    assertThat(each(named, SourceReport::source)).containsExactly("reddit");
  }

  @Test
  void ofNamedSourcesOneThatWorksIsEnough() {
    Gathered gathered =
        gather(
            new Wanted(List.of("imgflip", "reddit"), false, false),
            imgflip.gives(template("imgflip_1", "Heron", "")),
            reddit.fails(SourceState.BLOCKED, "away"));
    assertThat(gathered.failed()).isFalse();
    assertThat(gathered.warnings()).containsExactly("reddit: away");
  }

  @Test
  void offlineNobodyOutsideIsAsked() {
    Gathered gathered =
        gather(
            new Wanted(List.of(), true, false),
            builtin.gives(template("builtin_otter", "Otter", "swims")),
            imgflip);
    assertThat(imgflip.asked).hasValue(0);
    assertThat(each(gathered, SourceReport::source)).containsExactly("builtin");
  }

  @Test
  void oneThatIsSilentIsLeftBehindAtItsLimit() {
    CountDownLatch never = new CountDownLatch(1);
    imgflip.answer =
        () -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Listing.of(List.of());
        };
    Gathered gathered =
        book(
                Duration.ofMillis(200),
                template -> template,
                builtin.gives(template("builtin_otter", "Otter", "swims")),
                imgflip)
            .gather(ALL, clock.instant().plusSeconds(600));
    assertThat(gathered.templates()).hasSize(1);
    assertThat(gathered.warnings()).singleElement().asString().startsWith("imgflip: no answer");
  }

  @Test
  void theSameMemeFromTwoSourcesIsOneAndKeepsTheBetterId() {
    Gathered gathered =
        gather(
            ALL,
            reddit.gives(template("reddit_x", "two HERONS!", "")),
            imgflip.gives(
                template("imgflip_1", "Two Herons", ""), template("imgflip_1", "Herons", "")),
            builtin.gives(template("builtin_h", "Two-Herons", "choosing between fish")));
    assertThat(gathered.templates()).hasSize(1);
    Template one = gathered.templates().get(0);
    assertThat(one.id()).isEqualTo("imgflip_1");
    assertThat(one.meaning().situation()).isEqualTo("choosing between fish");
    assertThat(one.image().url()).contains("https://i.example/builtin_h");
  }

  @Test
  void whatIsKnownOfAFormatIsAddedBeforeDoublesAreLookedFor() {
    UnaryOperator<Template> known =
        template -> template("imgflip_1", "Two Herons", "choosing between fish");
    Gathered gathered =
        book(
                Duration.ofSeconds(10),
                known,
                imgflip.gives(template("imgflip_1", "Two Herons", "")),
                reddit.gives(template("reddit_x", "Herons deciding", "")))
            .gather(ALL, clock.instant().plusSeconds(600));
    assertThat(gathered.templates()).hasSize(1);
  }
}
