package nl.achterwacht.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the kernel knows of a process.
 *
 * @param pid its number
 */
record Proc(long pid) {
  private static final long NANOS_PER_TICK = 10_000_000;

  /** Processor time, in user programs and in the kernel, also of children that ended. */
  long cpuNanos() {
    String stat = read("stat");
    // The name may hold spaces; numbers begin behind its bracket.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    long ticks = 0;
    for (int i = 11; i <= 14; i++) {
      ticks += Long.parseLong(fields[i]);
    }
    return ticks * NANOS_PER_TICK;
  }

  /** Memory in use now: heap, classes, code, threads and buffers together. */
  double residentMiB() {
    return kilobytes("VmRSS:") / 1024.0;
  }

  /** The most it ever was. */
  double mostResidentMiB() {
    return kilobytes("VmHWM:") / 1024.0;
  }

  /** What is left in the heap after a full collection. */
  double liveHeapMiB() {
    String total = jcmd("GC.class_histogram").lines().reduce("", (a, line) -> line);
    // The last line: "Total", how many things, how many bytes.
    String[] words = total.strip().split("\\s+");
    return Long.parseLong(words[2]) / 1024.0 / 1024.0;
  }

  private String jcmd(String command) {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    try {
      Process process = new ProcessBuilder(tool.toString(), "" + pid, command).start();
      String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return told;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private long kilobytes(String name) {
    return read("status")
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  private String read(String file) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/" + file));
    } catch (IOException e) {
      throw new UncheckedIOException("process " + pid + " is gone", e);
    }
  }
}
