package nl.achterwacht.app.traces;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import nl.achterwacht.alarm.AlarmId;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.notify.Channel;
import nl.achterwacht.watch.Intake;
import nl.achterwacht.watch.Sign;
import nl.achterwacht.watch.WatchListener;
import nl.achterwacht.watch.Whereabouts;
import org.jspecify.annotations.Nullable;

/**
 * Makes spans of the stages of the alarm path, around the engine and without its knowledge. Spans
 * wait in a queue for the collector; when that is full they are dropped. Switched off, every method
 * gives back what it was given.
 */
public final class Traces implements AutoCloseable {
  /** Tells nobody anything. */
  public static final Traces OFF = new Traces(null);

  /** How many spans wait at most; those that find no place are dropped. */
  static final int QUEUE = 2048;

  private static final Duration COLLECTOR_MAY_TAKE = Duration.ofSeconds(10);
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);
  private static final String NAME = "nl.achterwacht";

  private final @Nullable SdkTracerProvider provider;
  private final Tracer tracer;

  /**
   * Who takes the spans.
   *
   * @param url where it takes them, OTLP over HTTP
   * @param authorization header that goes along; null for none
   * @param share of the traces that begin here, from 0 to 1
   */
  public record Collector(URI url, @Nullable String authorization, double share) {
    @Override
    public String toString() {
      return "Collector[" + url + "]";
    }
  }

  private Traces(@Nullable SdkTracerProvider provider) {
    this.provider = provider;
    this.tracer = provider == null ? OpenTelemetry.noop().getTracer(NAME) : provider.get(NAME);
  }

  /** Tells {@code collector}, as this version of Achterwacht. */
  public static Traces to(Collector collector, String version) {
    var exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(collector.url().toString())
            .setTimeout(COLLECTOR_MAY_TAKE)
            .setConnectTimeout(COLLECTOR_MAY_TAKE)
            .setCompression("gzip");
    if (collector.authorization() != null) {
      exporter.addHeader("Authorization", collector.authorization());
    }
    return new Traces(
        SdkTracerProvider.builder()
            .setResource(self(version))
            .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(collector.share())))
            .addSpanProcessor(
                BatchSpanProcessor.builder(exporter.build()).setMaxQueueSize(QUEUE).build())
            .build());
  }

  private static Resource self(String version) {
    return Resource.getDefault()
        .merge(
            Resource.create(
                Attributes.builder()
                    .put("service.name", "achterwacht")
                    .put("service.version", version)
                    .put("service.instance.id", UUID.randomUUID().toString())
                    .build()));
  }

  /** A span for each batch in which something was woken; an idle look makes none. */
  public IntUnaryOperator waking(String what, IntUnaryOperator wakeDue) {
    if (provider == null) {
      return wakeDue;
    }
    return limit -> {
      Span span = stage("wake " + what).startSpan();
      try (var _ = InSpan.of(span)) {
        int woken = wakeDue.applyAsInt(limit);
        if (woken > 0) {
          span.setAttribute("achterwacht.woken", woken).end();
        }
        return woken;
      } catch (RuntimeException e) {
        failed(span, e).end();
        throw e;
      }
    };
  }

  /** A span for each group of signs that shares a commit. */
  public Intake.Taker taking(Intake.Taker taker) {
    return provider == null ? taker : new Taken(taker);
  }

  /** A span for each message that is handed to a provider. */
  public Channel sending(Channel channel) {
    return provider == null ? channel : new TracedChannel(channel, tracer);
  }

  /** Notes alarms in the span of the batch that raised them. */
  public WatchListener listener() {
    return provider == null ? WatchListener.NONE : new Raised();
  }

  Tracer tracer() {
    return tracer;
  }

  /** Tells what is left, if the collector takes it at once. */
  @Override
  public void close() {
    if (provider != null) {
      provider.shutdown().join(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** What went wrong, by its class: a message may quote what somebody wrote. */
  static Span failed(Span span, Throwable e) {
    return span.setStatus(StatusCode.ERROR).setAttribute("error.type", e.getClass().getName());
  }

  /** Takes in groups, each within a span. */
  private final class Taken implements Intake.Taker {
    private final Intake.Taker taker;

    Taken(Intake.Taker taker) {
      this.taker = taker;
    }

    @Override
    public List<Sign.Result> takeSigns(List<Sign> group) {
      Span span = stage("take signs").setAttribute("achterwacht.signs", group.size()).startSpan();
      return within(span, () -> taker.takeSigns(group));
    }

    @Override
    public List<Boolean> takePositions(List<Whereabouts> group) {
      Span span =
          stage("take positions").setAttribute("achterwacht.positions", group.size()).startSpan();
      return within(span, () -> taker.takePositions(group));
    }

    private <T> T within(Span span, Supplier<T> work) {
      try (var _ = InSpan.of(span)) {
        return work.get();
      } catch (RuntimeException e) {
        failed(span, e);
        throw e;
      } finally {
        span.end();
      }
    }
  }

  /** A stage begins a trace of its own: what it handles came from many. */
  private SpanBuilder stage(String name) {
    return tracer.spanBuilder(name).setSpanKind(SpanKind.INTERNAL).setParent(Context.root());
  }

  /** Runs on the thread of the batch, right after its commit. */
  private static final class Raised implements WatchListener {
    @Override
    public void signsTaken(int howMany) {}

    @Override
    public void alarmRaised(OrganisationId organisation, AlarmId alarm, Duration lateness) {
      Span.current()
          .addEvent(
              "achterwacht.alarm.raised",
              Attributes.of(
                  stringKey("achterwacht.organisation.id"), organisation.toString(),
                  stringKey("achterwacht.alarm.id"), alarm.toString()));
    }
  }
}
