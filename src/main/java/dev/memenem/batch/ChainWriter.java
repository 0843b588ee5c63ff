package dev.memenem.batch;

import dev.memenem.caption.CaptionAnswer;
import dev.memenem.caption.CaptionChain;
import dev.memenem.caption.CaptionRequest;
import dev.memenem.caption.ChainResult;
import dev.memenem.job.TemplateFailure;
import dev.memenem.job.TemplateFailure.Cause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Has the providers' chain write the captions of one job. */
public final class ChainWriter implements CaptionWriter {
  private final CaptionChain chain;

  public ChainWriter(CaptionChain chain) {
    this.chain = chain;
  }

  @Override
  public boolean remote() {
    return chain.remote();
  }

  @Override
  public Filled fill(CaptionRequest request, BooleanSupplier stop) {
    ChainResult result = chain.fill(request, stop);
    Map<String, List<Written>> written = new LinkedHashMap<>();
    result
        .written()
        .forEach(
            (id, captions) ->
                written.put(
                    id,
                    captions.stream().map(c -> new Written(c.captions(), c.origin())).toList()));
    Map<String, TemplateFailure> reasons = new LinkedHashMap<>();
    result.missing().forEach((id, missing) -> reasons.put(id, failure(id, missing)));
    return new Filled(written, reasons, result.warnings());
  }

  private static TemplateFailure failure(String id, ChainResult.Missing missing) {
    return new TemplateFailure(
        id,
        missing.cause() == CaptionAnswer.Cause.DEADLINE ? TemplateFailure.DEADLINE : "caption",
        missing.reason(),
        missing.cause() == CaptionAnswer.Cause.CREDENTIALS ? Cause.CREDENTIALS : Cause.UPSTREAM);
  }
}
