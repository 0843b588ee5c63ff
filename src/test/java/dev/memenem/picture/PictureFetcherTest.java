package dev.memenem.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memenem.cache.Cache;
import dev.memenem.cache.CacheKind;
import dev.memenem.http.Http;
import dev.memenem.http.HttpOutcome;
import dev.memenem.http.HttpOutcome.Answer;
import dev.memenem.http.HttpOutcome.Cause;
import dev.memenem.http.HttpOutcome.Failed;
import dev.memenem.http.HttpRequest;
import dev.memenem.testing.MemoryStore;
import dev.memenem.testing.TestClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFetcherTest {
  private static final String URL = "https://pictures.example/cat.png";
  private static final byte[] CAT = SamplePictures.png(30, 20);

  private final TestClock clock = new TestClock();
  private final Cache cache = new MemoryStore(clock).cache();
  private final Map<String, HttpOutcome> web = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final Map<String, String> names =
      new HashMap<>(Map.of("pictures.example", "93.184.216.34"));

  private final Http http =
      request -> {
        asked.add(request.uri().toString());
        assertThat(request.maxBytes()).isEqualTo(HttpRequest.IMAGE_CAP);
        return web.getOrDefault(request.uri().toString(), new Answer(404, Map.of(), new byte[0]));
      };

  private PictureFetcher fetcher(boolean allowPrivate, boolean offline, boolean refresh) {
    return new PictureFetcher(
        http,
        cache,
        clock,
        new PictureFetcher.Rules(
            Duration.ofSeconds(5), Duration.ofDays(7), allowPrivate, offline, refresh),
        new Addresses(this::resolve));
  }

  private PictureFetcher fetcher() {
    return fetcher(false, false, false);
  }

  private InetAddress[] resolve(String host) throws UnknownHostException {
    String address = names.get(host.replaceAll("[\\[\\]]", ""));
    if (address == null && !host.matches("[0-9.]+|\\[.*]")) {
      throw new UnknownHostException(host);
    }
    return InetAddress.getAllByName(address == null ? host : address);
  }

  private static Answer found(byte[] body) {
    return new Answer(200, Map.of("content-type", List.of("text/html")), body);
  }

  private static Answer redirect(String to) {
    return new Answer(302, Map.of("location", List.of(to)), new byte[0]);
  }

  @Test
  void aPictureIsDownloadedOnceAndThenCached() {
    web.put(URL, found(CAT));
    assertThat(fetcher().open(URL).width()).isEqualTo(30);
    assertThat(fetcher().open(URL).width()).isEqualTo(30);
    assertThat(asked).containsExactly(URL);
    assertThat(cache.stats(CacheKind.IMAGES).groups()).containsExactly("pictures.example");
    clock.forward(Duration.ofDays(7));
    fetcher().open(URL);
    assertThat(asked).as("a week later it is asked for again").hasSize(2);
    fetcher(false, false, true).open(URL);
    assertThat(asked).as("--refresh reads no cache").hasSize(3);
  }

  @Test
  void offlineUsesWhatIsCachedAndAsksNobody() {
    assertThatThrownBy(() -> fetcher(false, true, false).open(URL))
        .isInstanceOf(PictureException.class)
        .hasMessageContaining("not cached");
    web.put(URL, found(CAT));
    fetcher().open(URL);
    assertThat(fetcher(false, true, false).open(URL).height()).isEqualTo(20);
    assertThat(asked).hasSize(1);
  }

  @Test
  void redirectsAreFollowedButNotForEver() {
    web.put(URL, redirect("/moved one.png"));
    web.put("https://pictures.example/moved%20one.png", redirect("//pictures.example/there.png"));
    web.put("https://pictures.example/there.png", found(CAT));
    assertThat(fetcher().open(URL).width()).isEqualTo(30);
    web.put("https://pictures.example/loop", redirect("/loop"));
    asked.clear();
    assertRefused("https://pictures.example/loop", "redirects more than 5 times");
    assertThat(asked).hasSize(6);
    web.put("https://pictures.example/file", redirect("file:///etc/passwd"));
    assertRefused("https://pictures.example/file", "http or https");
    web.put("https://pictures.example/nowhere", redirect(""));
    assertRefused("https://pictures.example/nowhere", "redirects to nowhere");
  }

  private void assertRefused(String url, String why) {
    assertThatThrownBy(() -> fetcher().open(url))
        .isInstanceOf(PictureException.class)
        .message()
        .contains(why)
        .hasLineCount(1);
    assertThat(cache.stale(CacheKind.IMAGES, url)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1.2.3",
        "0.0.0.0",
        "10.0.0.1",
        "172.16.5.5",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "198.18.0.1",
        "192.0.0.8",
        "224.0.0.1",
        "255.255.255.255",
        "240.0.0.1",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "fec0::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::7f00:1",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
        "2002:7f00:1::",
        "2002:c0a8:101::1",
        "2001::1",
        "2001:db8::1"
      })
  void privateAddressesAreNeverAsked(String address) throws UnknownHostException {
    assertThat(Addresses.isPublic(InetAddress.getByName(address))).isFalse();
    names.put("inner.example", address);
    assertRefused("http://inner.example/x.png", "private address");
    web.put(URL, redirect("http://inner.example/secret"));
    assertRefused(URL, "private address");
    assertThat(asked).as("only the public host").containsExactly(URL);
    names.put("inner.example", "93.184.216.34");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "93.184.216.34",
        "1.1.1.1",
        "100.63.255.255",
        "172.32.0.1",
        "2606:4700::1111",
        "64:ff9b::101:101",
        "2002:101:101::1"
      })
  void publicAddressesAreFine(String address) throws UnknownHostException {
    assertThat(Addresses.isPublic(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void privateAddressesMayBeAllowed() {
    String url = "http://127.0.0.1:8080/cat.png";
    assertRefused(url, "MEMENEM_IMAGE_ALLOW_PRIVATE");
    web.put(url, found(CAT));
    assertThat(fetcher(true, false, false).open(url).width()).isEqualTo(30);
  }

  @Test
  void aNameThatTurnsPrivateWhileItIsAskedIsRefused() {
    Http rebinding =
        request -> {
          names.put("pictures.example", "127.0.0.1");
          return found(CAT);
        };
    PictureFetcher fetcher =
        new PictureFetcher(
            rebinding,
            cache,
            clock,
            new PictureFetcher.Rules(
                Duration.ofSeconds(5), Duration.ofDays(7), false, false, false),
            new Addresses(this::resolve));
    assertThatThrownBy(() -> fetcher.open(URL)).hasMessageContaining("private address");
    assertThat(cache.stale(CacheKind.IMAGES, URL)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://pictures.example/x.png",
        "file:///etc/passwd",
        "gopher://x.example/",
        "https://user:secret@pictures.example/x.png",
        "https:///nohost.png",
        "http://not a host/",
        "https://unknown.example/x.png"
      })
  void oddAddressesAreRefusedWithoutARequest(String url) {
    assertRefused(url, "");
    assertThat(asked).isEmpty();
  }

  @Test
  void whatComesInsteadOfAPictureIsRefusedAndNotCached() {
    web.put(URL, found("<html>login</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertRefused(URL, "web page");
    web.put(URL, found(SamplePictures.bomb(60_000, 60_000)));
    assertRefused(URL, "megapixels");
    web.put(URL, found(new byte[0]));
    assertRefused(URL, "empty");
    web.put(URL, new Answer(503, Map.of(), new byte[0]));
    assertRefused(URL, "503");
    web.put(URL, new Failed(Cause.TOO_LARGE, "too large"));
    assertRefused(URL, "10 MB");
    web.put(URL, new Failed(Cause.TIMEOUT, "no answer within 5 s"));
    assertRefused(URL, "no answer within 5 s");
  }

  @Test
  void filesStreamsAndBlanksOfOurOwnNeedNoNetwork(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("cat.png"), CAT);
    assertThat(fetcher().open(file.toString()).width()).isEqualTo(30);
    assertThat(PictureFetcher.read(new ByteArrayInputStream(CAT)).width()).isEqualTo(30);
    assertThat(fetcher().open("memenem:picky-cat").width()).isEqualTo(1000);
    assertRefused("memenem:../../etc/passwd", "draws no blank");
    assertRefused("memenem:unknown", "draws no blank");
    assertRefused(folder.toString(), "directory");
    assertRefused(folder.resolve("none.png").toString(), "there is no file");
    Path text = Files.writeString(folder.resolve("text.png"), "hello");
    assertRefused(text.toString(), "no picture");
    assertThat(asked).isEmpty();
  }
}
