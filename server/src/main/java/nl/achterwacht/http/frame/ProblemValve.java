package nl.achterwacht.http.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/** What is no HTTP request at all never reaches a filter; Tomcat answers it with this. */
public final class ProblemValve extends ErrorReportValve {
  private static final String VERSION = Contract.load().version();

  @Override
  protected void report(Request request, Response response, Throwable throwable) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    try {
      byte[] json = Json.MAPPER.writeValueAsBytes(ProblemPage.ofStatus(status));
      response.setHeader("API-Version", VERSION);
      response.setHeader("Cache-Control", "no-store");
      response.setContentType(Problem.MEDIA_TYPE);
      response.getOutputStream().write(json);
      response.finishResponse();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
