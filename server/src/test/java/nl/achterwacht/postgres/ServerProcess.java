package nl.achterwacht.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A server in a process of its own, to be killed.
 *
 * @param database the process number of its database
 */
record ServerProcess(Process process, long database, String url, String user)
    implements AutoCloseable {
  private static final String READY = "READY ";

  /** What runs in that process: the database, until its input ends. */
  public static void main(String[] args) throws IOException {
    try (var postgres =
        LocalPostgres.start(Path.of(args[0]), Path.of(args[1]), runAs(), List.of())) {
      System.out.println(
          READY
              + postgres.process().pid()
              + " "
              + postgres.jdbcUrl()
              + " "
              + System.getProperty("user.name"));
      while (System.in.read() >= 0) {
        // until the test lets go
      }
    }
  }

  private static RunAs runAs() {
    return RunAs.fitting();
  }

  /** Starts one on {@code folder} and waits until its database runs. */
  static ServerProcess start(Path folder, Path programs, List<String> prefix, String classPath)
      throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-cp", classPath, ServerProcess.class.getName()));
    command.addAll(List.of(folder.toString(), programs.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> said = new ArrayList<>();
    BufferedReader output = process.inputReader(UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(READY)) {
        String[] words = line.split(" ", -1);
        return new ServerProcess(process, Long.parseLong(words[1]), words[2], words[3]);
      }
      said.add(line);
    }
    throw new IllegalStateException(String.join("\n", said));
  }

  static ServerProcess start(Path folder) throws IOException {
    return start(folder, TestDatabase.programs(), List.of(), classPath());
  }

  static String classPath() {
    // Surefire starts us with one jar that only names the others.
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** The parts of the class path this needs, copied to where an ordinary user can read them. */
  static String readableClassPath(Path into) throws IOException, InterruptedException {
    Path copies = Files.createDirectories(into.resolve("classpath"));
    List<String> parts =
        Stream.of(classPath().split(java.io.File.pathSeparator, -1))
            .filter(p ->
                p.endsWith("classes")
                    || p.matches(
                        ".*(postgres|commons-|xz|slf4j|scram|sasl|stringprep|jspecify).*jar"))
            .toList();
    List<String> copied = new ArrayList<>();
    for (String part : parts) {
      Path copy = copies.resolve(copied.size() + "-" + Path.of(part).getFileName());
      new ProcessBuilder("cp", "-r", part, copy.toString()).inheritIO().start().waitFor();
      copied.add(copy.toString());
    }
    return copied.stream().collect(Collectors.joining(java.io.File.pathSeparator));
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
    ProcessHandle.of(database).ifPresent(handle -> handle.onExit().join());
  }
}
