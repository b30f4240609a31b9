package backbeat.app.web;

import backbeat.engine.problem.Problem;
import backbeat.engine.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import tools.jackson.databind.json.JsonMapper;

/** Tells what went wrong: as a page to people, as problem details (RFC 9457) to scripts. Never a stack trace. */
@ControllerAdvice
class Trouble {
    private static final System.Logger LOG = System.getLogger(Trouble.class.getName());
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Where a program must tell problems apart by the answer's status; 460 is that of tus. */
    private static final Map<String, Integer> STATUS = Map.of(
            "upload/offset", 409,
            "upload/busy", 423,
            "upload/checksum", 460,
            "upload/no-room", 413,
            "upload/disk-full", 507,
            "upload/version", 412,
            "review/too-fast", 429,
            "review/too-much", 413,
            "production/song-too-large", 413);

    private final Pages pages;

    Trouble(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    void refused(Gate.Refused refused, HttpServletRequest request, HttpServletResponse response) throws IOException {
        refuse(request, response, refused.status());
    }

    @ExceptionHandler
    void known(ProblemException known, HttpServletRequest request, HttpServletResponse response) throws IOException {
        tell(known.problem(), STATUS.getOrDefault(known.problem().code(), 422), request, response);
    }

    /** Somebody closed the page while an answer was on its way. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {
        LOG.log(System.Logger.Level.DEBUG, "the browser went away", gone);
    }

    @ExceptionHandler
    void other(Exception other, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (other instanceof ErrorResponse told) {
            refuse(request, response, told.getStatusCode().value());
        } else if (other instanceof IllegalArgumentException || other instanceof TypeMismatchException) {
            refuse(request, response, 400);
        } else if (causeIsGoneBrowser(other)) {
            return;
        } else {
            LOG.log(System.Logger.Level.ERROR, request.getMethod() + " " + request.getRequestURI(), other);
            refuse(request, response, 500);
        }
    }

    private static boolean causeIsGoneBrowser(Exception other) {
        Throwable cause = other instanceof UncheckedIOException unchecked ? unchecked.getCause() : other;
        return cause != null && cause.getClass().getSimpleName().equals("ClientAbortException");
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        tell(words(status), status, request, response);
    }

    private static Problem words(int status) {
        return switch (status) {
            case 401 -> problem("signed-out", "You are not signed in.", "Sign in, then try again.");
            case 403 ->
                problem(
                        "not-allowed",
                        "You may not do this.",
                        "Load the page again; if it stays, ask the owner of the studio for the permission.");
            case 404 -> problem("not-there", "There is nothing here for you.", "Go back to your productions.");
            case 410 -> problem("link-over", "This link does not hold any more.", "Ask who sent it for a new one.");
            case 500 ->
                problem("fault", "Backbeat made a mistake here.", "Try again; the log of the server says more.");
            default ->
                problem(
                        "request",
                        "The request was not understood ("
                                + HttpStatus.valueOf(status).getReasonPhrase() + ").",
                        "Load the page again.");
        };
    }

    private static Problem problem(String code, String what, String remedy) {
        return new Problem("web/" + code, what, "", "", remedy);
    }

    private void tell(Problem problem, int status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.reset();
        response.setStatus(status);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (String.valueOf(request.getHeader("Accept")).contains("text/html")) {
            response.setHeader("Content-Security-Policy", WebSecurity.CONTENT);
            response.setContentType(MediaType.TEXT_HTML_VALUE);
            response.getWriter().write(pages.trouble(request, problem));
        } else {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getWriter().write(JSON.writeValueAsString(details(problem, status)));
        }
    }

    private static Map<String, Object> details(Problem problem, int status) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("type", "about:blank#" + problem.code());
        details.put("title", problem.what());
        details.put("status", status);
        details.put("detail", problem.cause());
        details.put("remedy", problem.remedy());
        details.put("where", problem.where());
        return details;
    }
}
