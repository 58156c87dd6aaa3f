package nl.achterwacht.app.traces;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * A span for each request, made of what Spring observes and named as OpenTelemetry names it. It
 * goes on with the trace of a caller that gave one. The route is told, never the path itself, its
 * query, a header or an address: those hold keys, names and searches.
 */
public final class RequestSpans implements ObservationHandler<ServerRequestObservationContext> {
  /** Asked every few seconds by machines; what they hear stands in the metrics. */
  private static final Set<String> NOT_WORTH_A_SPAN =
      Set.of("/livez", "/readyz", "/startupz", "/metrics");

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private static final TextMapGetter<HttpServletRequest> HEADERS = new Headers();

  private final Traces traces;

  public RequestSpans(Traces traces) {
    this.traces = traces;
  }

  @Override
  public boolean supportsContext(Observation.Context context) {
    return context instanceof ServerRequestObservationContext request
        && request.getCarrier() != null
        && !NOT_WORTH_A_SPAN.contains(request.getCarrier().getRequestURI());
  }

  @Override
  public void onStart(ServerRequestObservationContext context) {
    HttpServletRequest request = Objects.requireNonNull(context.getCarrier());
    context.put(
        Span.class,
        traces
            .tracer()
            .spanBuilder(method(request))
            .setSpanKind(SpanKind.SERVER)
            .setParent(callersTrace(request))
            .setAttribute("http.request.method", method(request))
            .setAttribute("url.scheme", request.isSecure() ? "https" : "http")
            .startSpan());
  }

  @Override
  public void onScopeOpened(ServerRequestObservationContext context) {
    Span span = context.get(Span.class);
    if (span != null) {
      context.put(InSpan.class, InSpan.of(span));
    }
  }

  @Override
  public void onScopeClosed(ServerRequestObservationContext context) {
    if (context.remove(InSpan.class) instanceof InSpan open) {
      open.close();
    }
  }

  @Override
  public void onStop(ServerRequestObservationContext context) {
    Span span = context.get(Span.class);
    if (span == null) {
      return;
    }
    String route = context.getPathPattern();
    if (route != null) {
      span.updateName(method(Objects.requireNonNull(context.getCarrier())) + " " + route);
      span.setAttribute("http.route", route);
    }
    HttpServletResponse response = context.getResponse();
    if (response != null) {
      tellStatus(span, response.getStatus());
    }
    span.end();
  }

  /** What a caller did wrong is no error of ours. */
  private static void tellStatus(Span span, int status) {
    span.setAttribute("http.response.status_code", status);
    if (status >= 500) {
      span.setStatus(StatusCode.ERROR).setAttribute("error.type", Integer.toString(status));
    }
  }

  /** Only its number: what else a caller writes beside it is none of the collector's business. */
  private static Context callersTrace(HttpServletRequest request) {
    Context said =
        W3CTraceContextPropagator.getInstance().extract(Context.root(), request, HEADERS);
    SpanContext theirs = Span.fromContext(said).getSpanContext();
    return theirs.isValid()
        ? Context.root()
            .with(
                Span.wrap(
                    SpanContext.createFromRemoteParent(
                        theirs.getTraceId(),
                        theirs.getSpanId(),
                        theirs.getTraceFlags(),
                        TraceState.getDefault())))
        : Context.root();
  }

  private static String method(HttpServletRequest request) {
    return METHODS.contains(request.getMethod()) ? request.getMethod() : "_OTHER";
  }

  private static final class Headers implements TextMapGetter<HttpServletRequest> {
    @Override
    public Iterable<String> keys(HttpServletRequest request) {
      return List.of();
    }

    @Override
    public @Nullable String get(@Nullable HttpServletRequest request, String name) {
      return request == null ? null : request.getHeader(name);
    }
  }
}
