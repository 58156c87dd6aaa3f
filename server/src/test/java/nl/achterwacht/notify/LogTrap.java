package nl.achterwacht.notify;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Catches everything that is logged while it is open, ours down to the finest level. */
public final class LogTrap implements AutoCloseable {
  /** GreenMail runs in the same process as the tests; what it logs is not ours. */
  private static final String TEST_MAIL_SERVER = "com.icegreen.";

  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Logger ours = (Logger) LoggerFactory.getLogger("nl.achterwacht");
  private final Level oursBefore = ours.getLevel();
  private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

  private LogTrap() {
    ours.setLevel(Level.TRACE);
    appender.start();
    root.addAppender(appender);
  }

  /** Starts catching. */
  public static LogTrap open() {
    return new LogTrap();
  }

  /** All lines so far, with their stack traces. */
  public List<String> lines() {
    return List.copyOf(appender.list).stream()
        .filter(event -> !event.getLoggerName().startsWith(TEST_MAIL_SERVER))
        .map(LogTrap::line)
        .toList();
  }

  private static String line(ILoggingEvent event) {
    IThrowableProxy thrown = event.getThrowableProxy();
    String trace = thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown);
    return event.getLevel() + " " + event.getFormattedMessage() + trace;
  }

  @Override
  public void close() {
    root.detachAppender(appender);
    ours.setLevel(oursBefore);
  }
}
