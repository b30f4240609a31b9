package backbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An issuer that does not answer costs those who want to sign in there some patience, and nobody else anything. */
class UnhurriedIssuerTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T10:00:00Z"));
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch answers = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private Elsewhere elsewhere;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 20);
        server.createContext("/", this::failAtLast);
        server.setExecutor(threads);
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        elsewhere = new Elsewhere(new Issuer("Slow", address, "studio", ""), now::get);
    }

    @AfterEach
    void close() {
        answers.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void failAtLast(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        try {
            answers.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.sendResponseHeaders(404, -1);
        exchange.close();
    }

    private void knock() {
        elsewhere.door(Elsewhere.Journey.fresh("/", ""), "http://127.0.0.1");
    }

    private CompletableFuture<Void> waiting() {
        return CompletableFuture.runAsync(this::knock, threads);
    }

    @Test
    void twoWaitForItAndOthersAreToldAtOnce() throws Exception {
        List<CompletableFuture<Void>> all =
                Stream.generate(this::waiting).limit(5).toList();
        for (int i = 0;
                i < 100 && all.stream().filter(CompletableFuture::isDone).count() < 3;
                i++) {
            Thread.sleep(50);
        }
        assertThat(all.stream().filter(CompletableFuture::isDone)).hasSize(3);
        assertThatThrownBy(this::knock).hasMessageContaining("keeps people waiting");
        answers.countDown();
        for (CompletableFuture<Void> one : all) {
            assertThat(one).failsWithin(5, TimeUnit.SECONDS);
        }
        assertThat(asked).as("the second looks again").hasValue(1);
    }

    @Test
    void afterAFailureItIsLeftAloneForAWhile() {
        answers.countDown();
        assertThatThrownBy(this::knock).hasMessageContaining("does not answer");
        now.set(now.get().plusSeconds(29));
        assertThatThrownBy(this::knock).hasMessageContaining("does not answer");
        assertThat(asked).hasValue(1);
        now.set(now.get().plusSeconds(2));
        assertThatThrownBy(this::knock).hasMessageContaining("does not answer");
        assertThat(asked).hasValue(2);
    }

    @Test
    void whatOthersWroteStaysOneLineOfTheLog() {
        assertThat(Elsewhere.line("no\r\nWARNING: all is well\u0085\u2028\u001b[1m"))
                .isEqualTo("no??WARNING: all is well???[1m");
        assertThat(Elsewhere.line("x".repeat(5000))).hasSize(200);
    }
}
