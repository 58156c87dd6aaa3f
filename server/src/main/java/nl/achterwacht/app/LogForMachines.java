package nl.achterwacht.app;

import org.springframework.boot.logging.LoggingSystemProperty;

/** Whether the log is one JSON object a line ({@code logging.structured.format.console}). */
final class LogForMachines {
  private LogForMachines() {}

  /** Then nothing else may be written to the terminal, or its reader stumbles. */
  static boolean isOn() {
    String property = LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT.getEnvironmentVariableName();
    return !System.getProperty(property, "").isEmpty();
  }
}
