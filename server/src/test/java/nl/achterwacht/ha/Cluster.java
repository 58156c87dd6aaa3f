package nl.achterwacht.ha;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nl.achterwacht.postgres.DatabaseAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The three database hosts: who leads, whether all is well, and how to break them. */
final class Cluster {
  static final int HOSTS = 3;

  private static final Duration ASK = Duration.ofSeconds(1);
  private static final Duration SCRIPT = Duration.ofSeconds(30);
  private static final String NETWORK = "10.99.0.1";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ASK).build();
  private final Path script;
  private final String password;

  /**
   * @param script {@code deploy/trial/cluster.sh}, with its settings in the environment
   * @param password of the server's role
   */
  Cluster(Path script, String password) {
    this.script = script;
    this.password = password;
  }

  /** The number of the host whose Patroni holds the lock; empty while nobody does. */
  Optional<Integer> leader() {
    return IntStream.rangeClosed(1, HOSTS).boxed().filter(this::leads).findFirst();
  }

  /** All three are there and follow the same leader, and one of them confirms what it writes. */
  boolean isHealthy() {
    Optional<JsonNode> members =
        leader().flatMap(host -> get(host, "cluster")).map(json -> JSON.readTree(json));
    if (members.isEmpty()) {
      return false;
    }
    int followers = 0;
    int confirming = 0;
    for (JsonNode member : members.get().path("members")) {
      String state = member.path("state").asString("");
      String role = member.path("role").asString("");
      boolean runs = state.equals("running") || state.equals("streaming");
      if (runs && !role.equals("leader") && member.path("lag").asLong(Long.MAX_VALUE) < 1 << 20) {
        followers++;
      }
      if (runs && role.equals("sync_standby")) {
        confirming++;
      }
    }
    return followers == HOSTS - 1 && confirming == 1;
  }

  /** Runs one verb of the script on database host {@code host}. */
  void act(String verb, int host) {
    try {
      Process process =
          new ProcessBuilder(script.toString(), verb, Integer.toString(host)).inheritIO().start();
      if (!process.waitFor(SCRIPT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException("could not " + verb + " host " + host);
      }
    } catch (IOException e) {
      throw new IllegalStateException("could not " + verb + " host " + host, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** The database on {@code host} itself, past every proxy. */
  DatabaseAddress directly(int host) {
    return address(NETWORK + host + ":5432/achterwacht?connectTimeout=2&socketTimeout=20");
  }

  /** The database on whichever host leads, for making things while all is well. */
  DatabaseAddress wherever() {
    return address(
        "%s1:5432,%s2:5432,%s3:5432/achterwacht?targetServerType=primary&connectTimeout=2&socketTimeout=10"
            .formatted(NETWORK, NETWORK, NETWORK));
  }

  private DatabaseAddress address(String rest) {
    return new DatabaseAddress("jdbc:postgresql://" + rest, "achterwacht", password);
  }

  private boolean leads(int host) {
    return get(host, "primary").isPresent();
  }

  private Optional<String> get(int host, String what) {
    URI uri = URI.create("http://" + NETWORK + host + ":8008/" + what);
    try {
      var response =
          http.send(HttpRequest.newBuilder(uri).timeout(ASK).build(), BodyHandlers.ofString());
      return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
