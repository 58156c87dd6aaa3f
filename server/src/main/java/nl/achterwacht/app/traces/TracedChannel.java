package nl.achterwacht.app.traces;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Duration;
import nl.achterwacht.notify.Channel;
import nl.achterwacht.notify.ChannelKind;
import nl.achterwacht.notify.Message;

/** A channel with a span for each message. Never in it: to whom, and what it says. */
record TracedChannel(Channel channel, Tracer tracer) implements Channel {
  @Override
  public ChannelKind kind() {
    return channel.kind();
  }

  @Override
  public Answer send(Message message, Duration timeLimit) {
    Span span = begun(message);
    try (var _ = InSpan.of(span)) {
      Answer answer = channel.send(message, timeLimit);
      switch (answer) {
        case Answer.Accepted _ -> {}
        case Answer.TryLater _ -> refused(span, "try-later");
        case Answer.Refused _ -> refused(span, "refused");
      }
      return answer;
    } catch (RuntimeException e) {
      Traces.failed(span, e);
      throw e;
    } finally {
      span.end();
    }
  }

  private Span begun(Message message) {
    return tracer
        .spanBuilder("send " + kind().text())
        .setSpanKind(SpanKind.CLIENT)
        .setParent(Context.root())
        .setAttribute("messaging.system", kind().text())
        .setAttribute("messaging.operation.name", "send")
        .setAttribute("messaging.operation.type", "send")
        .setAttribute("messaging.message.id", message.id().toString())
        .setAttribute("achterwacht.notice.kind", message.kind())
        .setAttribute("achterwacht.organisation.id", message.organisation().toString())
        .startSpan();
  }

  private static void refused(Span span, String how) {
    span.setStatus(StatusCode.ERROR).setAttribute("error.type", how);
  }
}
