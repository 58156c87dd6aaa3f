package nl.achterwacht.app.traces;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** As long as it is open, this thread works for a span, and its log lines name the trace. */
final class InSpan implements AutoCloseable {
  // The names by which ECS, and with it our JSON log, knows them.
  private static final String TRACE = "trace.id";
  private static final String SPAN = "span.id";

  private final Scope scope;
  private final Named before;

  /** What the log lines of this thread named. */
  private record Named(@Nullable String trace, @Nullable String span) {}

  @SuppressWarnings("MustBeClosedChecker") // closed when this is
  private InSpan(Span span) {
    before = new Named(MDC.get(TRACE), MDC.get(SPAN));
    scope = span.makeCurrent();
    SpanContext context = span.getSpanContext();
    name(new Named(context.getTraceId(), context.getSpanId()));
  }

  static InSpan of(Span span) {
    return new InSpan(span);
  }

  @Override
  public void close() {
    scope.close();
    name(before);
  }

  private static void name(Named ids) {
    put(TRACE, ids.trace());
    put(SPAN, ids.span());
  }

  private static void put(String name, @Nullable String id) {
    if (id == null) {
      MDC.remove(name);
    } else {
      MDC.put(name, id);
    }
  }
}
