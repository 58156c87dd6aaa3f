package nl.achterwacht.http.frame;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code openapi.yaml}, read once: the operations, and the schemas requests are held to. */
public final class Contract {
  private static final String FILE = "/api/openapi.yaml";
  private static final String IRI = "https://achterwacht.example/api";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final JsonNode document;
  private final Map<String, Operation> operations = new TreeMap<>();
  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private Contract(JsonNode document) {
    this.document = document;
    for (var path : document.path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          Operation operation = read(path.getKey(), method.getKey(), path.getValue());
          operations.put(operation.method() + " " + operation.path(), operation);
        }
      }
    }
    String json = document.toString();
    this.registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder
                    .schemas(iri -> iri.startsWith(IRI) ? json : null)
                    .schemaRegistryConfig(
                        com.networknt.schema.SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .locale(Locale.ENGLISH)
                            .build()));
  }

  /** Reads the contract from the class path. */
  public static Contract load() {
    try (InputStream in = Contract.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the contract is missing: " + FILE);
      }
      return new Contract(new YAMLMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The version of the API, for the header of every answer. */
  public String version() {
    return document.path("info").path("version").stringValue();
  }

  /** The whole contract as JSON. */
  public byte[] json() {
    return JsonMapper.shared().writeValueAsBytes(document);
  }

  public List<Operation> operations() {
    return List.copyOf(operations.values());
  }

  /** The operation at this method and path pattern, as written in the contract. */
  public Optional<Operation> operation(String method, String path) {
    return Optional.ofNullable(operations.get(method + " " + path));
  }

  /**
   * What is wrong with {@code value}.
   *
   * @param pointer where its schema stands, such as {@code /components/schemas/NewVisit}
   */
  public List<Error> faults(String pointer, JsonNode value) {
    Schema schema =
        schemas.computeIfAbsent(pointer, p -> registry.getSchema(SchemaLocation.of(IRI + "#" + p)));
    return schema.validate(value);
  }

  /** The JSON at {@code pointer} of the contract. */
  public JsonNode at(String pointer) {
    return document.at(pointer);
  }

  private Operation read(String path, String method, JsonNode pathItem) {
    JsonNode operation = pathItem.path(method);
    JsonNode body = operation.path("requestBody");
    String reference =
        body.path("content").path("application/json").path("schema").path("$ref").asString("");
    var parameters = new ArrayList<Operation.Parameter>();
    String at = "/paths/" + path.replace("~", "~0").replace("/", "~1");
    addParameters(parameters, at + "/parameters");
    addParameters(parameters, at + "/" + method + "/parameters");
    boolean open = operation.has("security") && operation.path("security").isEmpty();
    return new Operation(
        operation.path("operationId").stringValue(),
        method.toUpperCase(Locale.ROOT),
        path,
        !open,
        operation.path("x-never-refused").asBoolean(false),
        reference.isEmpty() ? null : reference.substring(reference.lastIndexOf('/') + 1),
        body.path("required").asBoolean(false),
        fileTypes(body),
        operation.path("x-most-bytes").asInt(Body.MOST_BYTES),
        parameters,
        answers(operation));
  }

  private void addParameters(List<Operation.Parameter> into, String pointer) {
    JsonNode list = document.at(pointer);
    for (int i = 0; i < list.size(); i++) {
      String reference = list.path(i).path("$ref").asString("");
      String at = reference.isEmpty() ? pointer + "/" + i : reference.substring(1);
      JsonNode parameter = document.at(at);
      into.add(
          new Operation.Parameter(
              parameter.path("name").stringValue(),
              parameter.path("in").stringValue(),
              parameter.path("required").asBoolean(false),
              at + "/schema"));
    }
  }

  private static List<String> fileTypes(JsonNode body) {
    return body.path("content").properties().stream()
        .filter(type -> type.getValue().at("/schema/format").asString("").equals("binary"))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<String> answers(JsonNode operation) {
    var types = new ArrayList<String>();
    for (var answer : operation.path("responses").properties()) {
      if (answer.getKey().startsWith("2")) {
        answer.getValue().path("content").properties().forEach(c -> types.add(c.getKey()));
      }
    }
    return types;
  }
}
