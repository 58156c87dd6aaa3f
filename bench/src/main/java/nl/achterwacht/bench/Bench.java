package nl.achterwacht.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import nl.achterwacht.bench.intake.IntakeCase;
import nl.achterwacht.bench.policy.PolicyCase;
import nl.achterwacht.bench.position.PositionCase;
import nl.achterwacht.bench.server.GrowthCase;
import nl.achterwacht.bench.server.ReportCase;
import nl.achterwacht.bench.server.ServerCases;
import nl.achterwacht.bench.storm.SteadyCase;
import nl.achterwacht.bench.storm.StormCase;

/** Measures the engine beside what an engineer would pick instead, on the same database. */
public final class Bench {
  private Bench() {}

  /**
   * @param args names of cases; none for all
   */
  public static void main(String[] args) throws IOException {
    Sizes sizes = Sizes.fromEnvironment();
    Set<String> wanted = Set.of(args);
    var report = new Report();
    var data = Path.of(System.getenv().getOrDefault("BENCH_DATA", "bench/target/data"));
    var results = Path.of(System.getenv().getOrDefault("OUT", "bench/target/results"));
    if (wanted.isEmpty() || wanted.contains("policy")) {
      PolicyCase.run(sizes, report);
    }
    if (wanted.equals(Set.of("policy"))) {
      report.print(); // it needs no database
      return;
    }
    ReportCase.run(data, wanted, sizes, report);
    if (wanted.equals(Set.of("report"))) {
      report.print(); // nobody of it is out
      return;
    }
    try (var bench = BenchDatabase.start(data)) {
      Town.build(bench, sizes.watches());
      try (var ours = new Ours(bench)) {
        if (wanted.isEmpty() || wanted.contains("storm")) {
          StormCase.run(bench, ours, sizes, report);
        }
        if (wanted.isEmpty() || wanted.contains("steady")) {
          SteadyCase.run(bench, ours, sizes, report);
        }
        if (wanted.isEmpty() || wanted.contains("intake")) {
          IntakeCase.run(bench, ours, sizes, report);
        }
        if (wanted.isEmpty() || wanted.contains("position")) {
          PositionCase.run(bench, ours, sizes, report);
        }
      }
      ServerCases.run(bench, wanted, sizes, report);
    }
    GrowthCase.run(data, results, wanted, sizes, report);
    report.print();
  }
}
