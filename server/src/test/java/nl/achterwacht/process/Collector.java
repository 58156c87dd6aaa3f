package nl.achterwacht.process;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import nl.achterwacht.notify.LoopbackHttp;
import nl.achterwacht.notify.LoopbackHttp.Request;
import nl.achterwacht.notify.LoopbackHttp.Response;

/** A collector of OpenTelemetry traces: takes OTLP over HTTP and keeps all it is told. */
final class Collector implements AutoCloseable {
  private final List<Seen> spans = new CopyOnWriteArrayList<>();
  private final List<ExportTraceServiceRequest> whole = new CopyOnWriteArrayList<>();
  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private final LoopbackHttp http = new LoopbackHttp(null, this::take);

  /**
   * A span as it was told.
   *
   * @param events the attributes of each, with its name under {@code name}
   */
  record Seen(
      String name,
      String kind,
      String trace,
      String parent,
      Map<String, String> attributes,
      List<Map<String, String>> events,
      String status,
      Map<String, String> resource) {
    String get(String attribute) {
      return attributes.getOrDefault(attribute, "");
    }
  }

  String url() {
    return http.origin() + "/v1/traces";
  }

  /** All spans that came so far. */
  List<Seen> spans() {
    return List.copyOf(spans);
  }

  List<Seen> spans(String name) {
    return spans.stream().filter(span -> span.name().equals(name)).toList();
  }

  /** Every word that came, of every field. */
  String everythingSaid() {
    return whole.toString();
  }

  List<String> authorizations() {
    return List.copyOf(authorizations);
  }

  @Override
  public void close() {
    http.close();
  }

  private Response take(Request request) {
    authorizations.add(request.header("authorization"));
    ExportTraceServiceRequest told = read(request);
    whole.add(told);
    for (var of : told.getResourceSpansList()) {
      Map<String, String> resource = map(of.getResource().getAttributesList());
      for (var scope : of.getScopeSpansList()) {
        scope.getSpansList().forEach(span -> spans.add(seen(span, resource)));
      }
    }
    return Response.of(200);
  }

  private static ExportTraceServiceRequest read(Request request) {
    try (var body = new ByteArrayInputStream(request.body())) {
      return request.header("content-encoding").equals("gzip")
          ? ExportTraceServiceRequest.parseFrom(new GZIPInputStream(body))
          : ExportTraceServiceRequest.parseFrom(body);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("not OTLP", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Seen seen(
      io.opentelemetry.proto.trace.v1.Span span, Map<String, String> resource) {
    return new Seen(
        span.getName(),
        span.getKind().name().replace("SPAN_KIND_", ""),
        HexFormat.of().formatHex(span.getTraceId().toByteArray()),
        HexFormat.of().formatHex(span.getParentSpanId().toByteArray()),
        map(span.getAttributesList()),
        span.getEventsList().stream()
            .map(event -> {
              Map<String, String> all = map(event.getAttributesList());
              all.put("name", event.getName());
              return all;
            })
            .toList(),
        span.getStatus().getCode().name().replace("STATUS_CODE_", ""),
        resource);
  }

  private static Map<String, String> map(List<KeyValue> attributes) {
    Map<String, String> map = new TreeMap<>();
    attributes.forEach(a -> map.put(a.getKey(), text(a.getValue())));
    return map;
  }

  private static String text(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case INT_VALUE -> Long.toString(value.getIntValue());
      case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
      default -> value.toString();
    };
  }
}
