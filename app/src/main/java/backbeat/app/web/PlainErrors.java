package backbeat.app.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/** Tells of requests that are so malformed that no page is ever asked: in our words, without the server's name and version. */
public final class PlainErrors extends ErrorReportValve {
    private static String page(int status) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Backbeat</title></head>"
                + "<body><h1>The request was not understood (" + status + ").</h1>"
                + "<p>Load the page again, or <a href=\"/\">go to your productions</a>.</p></body></html>\n";
    }

    @Override
    protected void report(Request request, Response response, Throwable fault) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType("text/html");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", "default-src 'none'");
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(page(response.getStatus()));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException gone) {
            return; // whoever asked is not there any more
        }
    }
}
