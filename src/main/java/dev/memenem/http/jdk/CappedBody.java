package dev.memenem.http.jdk;

import dev.memenem.http.BodyLimit;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Collects a body up to a cap and hangs up on a longer one. */
final class CappedBody implements BodySubscriber<byte[]> {
  private final BodyLimit limit;
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private Subscription subscription;

  /** The body is longer than the cap. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;
  }

  CappedBody(int maxBytes) {
    limit = new BodyLimit(maxBytes);
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> pieces) {
    for (ByteBuffer piece : pieces) {
      if (!body.isDone() && !limit.add(piece)) {
        body.completeExceptionally(new TooLarge());
        subscription.cancel();
      }
    }
  }

  @Override
  public void onError(Throwable cause) {
    body.completeExceptionally(cause);
  }

  @Override
  public void onComplete() {
    body.complete(limit.body());
  }
}
