package backbeat.app.web;

import backbeat.engine.problem.Problem;
import backbeat.studio.Studio;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The studio's pages, served. */
public final class WebServer implements AutoCloseable {
    /** Held, since a logger that nobody holds forgets its level. */
    private static final Logger OF_THE_SERVER = Logger.getLogger("org.apache");

    private final ConfigurableApplicationContext context;

    private WebServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Begins to answer, without a proxy and without letters.
     *
     * @param address of this machine to listen at
     * @param port 0 for any that is free
     */
    public static WebServer start(Studio studio, String address, int port) {
        return start(studio, Surroundings.at(address, port));
    }

    /** Begins to answer. */
    public static WebServer start(Studio studio, Surroundings surroundings) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        OF_THE_SERVER.setLevel(Level.WARNING);
        SpringApplication application = new SpringApplication(WebConfiguration.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(properties(surroundings));
        application.addInitializers(fresh -> {
            if (fresh instanceof GenericApplicationContext context) {
                context.registerBean(Studio.class, () -> studio);
                context.registerBean(Surroundings.class, () -> surroundings);
            }
        });
        try {
            return new WebServer(application.run());
        } catch (PortInUseException e) {
            throw portInUse(surroundings.port(), e);
        } catch (RuntimeException e) {
            if (e.getCause() instanceof PortInUseException taken) {
                throw portInUse(surroundings.port(), taken);
            }
            throw e;
        }
    }

    private static RuntimeException portInUse(int port, Throwable cause) {
        return new backbeat.engine.problem.ProblemException(
                new Problem(
                        "web/port-in-use",
                        "Port " + port + " is in use.",
                        "",
                        "Another program listens there.",
                        "Name another port with --port, or end the other program."),
                cause);
    }

    private static Map<String, Object> properties(Surroundings surroundings) {
        return Map.ofEntries(
                Map.entry("server.address", surroundings.address()),
                Map.entry("server.port", surroundings.port()),
                Map.entry("server.forward-headers-strategy", surroundings.isBehindProxy() ? "native" : "none"),
                // What a page elsewhere may write is not taken for the name it was asked by.
                Map.entry("server.tomcat.remoteip.host-header", ""),
                // The proxy is on this machine; whoever comes to it from a private network is no proxy.
                Map.entry("server.tomcat.remoteip.internal-proxies", "127.0.0.0/8,::1/128"),
                Map.entry("server.tomcat.max-http-form-post-size", "256KB"),
                Map.entry("server.tomcat.max-swallow-size", "1MB"),
                Map.entry("server.tomcat.threads.max", "40"),
                Map.entry("server.max-http-request-header-size", "16KB"),
                Map.entry("server.compression.enabled", "true"),
                Map.entry(
                        "server.compression.mime-types",
                        "text/html,text/css,text/javascript,application/json,image/svg+xml"),
                Map.entry("server.shutdown", "immediate"),
                Map.entry("spring.main.banner-mode", "off"),
                Map.entry("spring.main.log-startup-info", "false"),
                Map.entry("spring.jmx.enabled", "false"),
                Map.entry("spring.servlet.multipart.enabled", "false"),
                Map.entry("spring.threads.virtual.enabled", "true"),
                Map.entry("spring.mvc.async.request-timeout", "-1"),
                Map.entry("spring.web.resources.add-mappings", "false"));
    }

    public int port() {
        return context instanceof ServletWebServerApplicationContext web && web.getWebServer() != null
                ? web.getWebServer().getPort()
                : -1;
    }

    /** For tests that look at the routes themselves. */
    ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }
}
