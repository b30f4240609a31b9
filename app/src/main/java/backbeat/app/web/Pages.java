package backbeat.app.web;

import backbeat.engine.problem.Problem;
import backbeat.studio.Studio;
import backbeat.studio.production.Production;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;

/** Makes pages from templates. A page is whole before its first byte is sent, so that a fault in the middle is told as one. */
final class Pages {
    private final TemplateEngine templates;
    private final Stages stages;
    private final Cookies cookies;

    Pages(TemplateEngine templates, Studio studio, Cookies cookies) {
        this.templates = templates;
        this.stages = new Stages(studio);
        this.cookies = cookies;
    }

    /**
     * A page.
     *
     * @param template its name, which is also that of its entry in the navigation
     */
    ResponseEntity<String> page(
            String template,
            String title,
            HttpServletRequest request,
            @Nullable Here here,
            Map<String, Object> content) {
        return page(HttpStatus.OK, template, title, request, here, content);
    }

    ResponseEntity<String> page(
            HttpStatus status,
            String template,
            String title,
            HttpServletRequest request,
            @Nullable Here here,
            Map<String, Object> content) {
        Map<String, Object> all = new HashMap<>(content);
        all.put("frame", frame(template, title, request, here));
        return ResponseEntity.status(status)
                .contentType(new MediaType("text", "html", java.nio.charset.StandardCharsets.UTF_8))
                .body(rendered(template, all));
    }

    String trouble(HttpServletRequest request, Problem problem) {
        Frame frame = frame("trouble", "Trouble", request, null);
        return rendered("trouble", Map.of("frame", frame, "problem", problem, "back", WayBack.from(request)));
    }

    private String rendered(String template, Map<String, Object> content) {
        StringOutput out = new StringOutput();
        templates.render(template + ".jte", content, out);
        return out.toString();
    }

    private Frame frame(String page, String title, HttpServletRequest request, @Nullable Here here) {
        Object token = request.getAttribute(CsrfToken.class.getName());
        Production production = here == null ? null : here.place();
        return new Frame(
                title,
                page,
                cookies.theme(request),
                token instanceof CsrfToken known ? known.getToken() : "",
                request.getRequestURI(),
                here,
                production == null ? List.of() : stages.of(production));
    }
}
