package nl.achterwacht.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Processor time used by this process and by the database it started: told from that of everybody
 * else on the machine, so it says more than the clock on the wall where the machine is shared.
 *
 * @param jvmNanos by this process
 * @param databaseNanos by the database's processes, also those that have ended
 */
public record Cpu(long jvmNanos, long databaseNanos) {
  private static final long NANOS_PER_TICK = 10_000_000;

  /** All of it since the start. */
  public static Cpu now() {
    return new Cpu(jvm(), children());
  }

  /** What was used since {@code before}. */
  public Cpu since(Cpu before) {
    return new Cpu(jvmNanos - before.jvmNanos, databaseNanos - before.databaseNanos);
  }

  /** How many processor cores that is, over {@code wallNanos}. */
  public double cores(long wallNanos) {
    return (double) (jvmNanos + databaseNanos) / wallNanos;
  }

  private static long jvm() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean ours
        ? ours.getProcessCpuTime()
        : 0;
  }

  private static long children() {
    try (Stream<ProcessHandle> all = ProcessHandle.current().descendants()) {
      return all.mapToLong(process -> ticks(process.pid()) * NANOS_PER_TICK).sum();
    }
  }

  private static long ticks(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      // The name may hold spaces; numbers begin behind its bracket. User and system time, then
      // those of children that ended.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long sum = 0;
      for (int i = 11; i <= 14; i++) {
        sum += Long.parseLong(fields[i]);
      }
      return sum;
    } catch (IOException e) {
      return 0; // ended meanwhile: now it counts with its parent
    }
  }
}
