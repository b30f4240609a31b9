package backbeat.app.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The machine's own Chromium without a window, driven by its DevTools protocol; it also remembers what pages complained of. */
final class Chromium implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private final Semaphore loaded = new Semaphore(0);
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Chromium(Process process, String debugger) throws Exception {
        this.process = process;
        HttpRequest page = HttpRequest.newBuilder(URI.create(debugger + "/json/new?about:blank"))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        JsonNode target = JSON.readTree(
                client.send(page, HttpResponse.BodyHandlers.ofString()).body());
        this.socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(target.get("webSocketDebuggerUrl").asString()), new Listener())
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        for (String part : List.of("Page.enable", "Runtime.enable", "Log.enable")) {
            ask(part, Map.of());
        }
    }

    static Optional<Path> program() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param folder for its own files */
    static Chromium start(Path program, Path folder) throws Exception {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-dev-shm-usage",
                        "--disable-gpu",
                        "--no-first-run",
                        "--user-data-dir=" + folder,
                        "--remote-debugging-port=0",
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return new Chromium(process, debugger(folder));
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** Chromium writes where it listens into a file of its folder. */
    private static String debugger(Path folder) throws IOException, InterruptedException {
        Path told = folder.resolve("DevToolsActivePort");
        for (long until = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < until; Thread.sleep(50)) {
            if (Files.exists(told) && Files.readString(told).contains("\n")) {
                return "http://127.0.0.1:"
                        + Files.readString(told).lines().findFirst().orElseThrow();
            }
        }
        throw new IOException("Chromium did not start");
    }

    void looks(int width, int height, String scheme) throws Exception {
        ask(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
        ask(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    void open(String address) throws Exception {
        loaded.drainPermits();
        ask("Page.navigate", Map.of("url", address));
        awaitPage();
    }

    /** Comes in as the owner. */
    void signIn(OpenStudio open) throws Exception {
        open("http://127.0.0.1:" + open.server.port() + "/sign-in");
        leave("""
                document.getElementById('email').value = 'owner@example.org';
                document.getElementById('password').value = '%s';
                document.querySelector('form[action="/sign-in"] button').click();
                """.formatted(OpenStudio.PASSWORD));
    }

    /** Waits for the page that a click leads to. */
    void awaitPage() throws InterruptedException {
        if (!loaded.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the page does not load");
        }
    }

    /** Runs a script in the page and waits for what it promises. */
    JsonNode run(String script) throws Exception {
        JsonNode answer = ask(
                "Runtime.evaluate",
                Map.of("expression", script, "awaitPromise", true, "returnByValue", true, "userGesture", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(answer.get("exceptionDetails").toString());
        }
        return answer.get("result").path("value");
    }

    /** Runs a script that leads to another page. */
    void leave(String script) throws Exception {
        loaded.drainPermits();
        run(script);
        awaitPage();
    }

    /** Runs a script again and again until it says true, also while pages come and go. */
    void until(String what, Duration patience, String script) throws Exception {
        for (long end = System.nanoTime() + patience.toNanos(); System.nanoTime() < end; Thread.sleep(100)) {
            if (saysTrue(script)) {
                return;
            }
        }
        throw new AssertionError(what + " does not come: " + script + "\n"
                + run("document.body.innerText.slice(0, 2000)").asString());
    }

    private boolean saysTrue(String script) throws Exception {
        JsonNode answer = ask(
                "Runtime.evaluate",
                Map.of("expression", "Boolean(" + script + ")", "awaitPromise", true, "returnByValue", true));
        return !answer.has("exceptionDetails")
                && answer.get("result").path("value").asBoolean(false);
    }

    void until(String what, String script) throws Exception {
        until(what, PATIENCE, script);
    }

    /** A click of the mouse on the first of such elements that is seen: what lies over it would catch it. */
    void click(String selector) throws Exception {
        String found = "[...document.querySelectorAll(" + JSON.writeValueAsString(selector)
                + ")].find(one => one.checkVisibility({ visibilityProperty: true }))";
        until(selector + " to click on", found);
        JsonNode place =
                run("(() => { const one = " + found + "; one.scrollIntoView({ block: 'center', behavior: 'instant' });"
                        + " const box = one.getBoundingClientRect(), x = box.left + box.width / 2, y = box.top + box.height / 2;"
                        + " const hit = document.elementFromPoint(x, y);"
                        + " return { x, y, hit: one === hit || one.contains(hit) || hit?.closest('label') === one.closest('label')"
                        + " ? '' : String(hit?.outerHTML).slice(0, 200) }; })()");
        if (!place.get("hit").asString().isEmpty()) {
            throw new AssertionError(
                    selector + " lies under " + place.get("hit").asString());
        }
        clickAt(place.get("x").asDouble(), place.get("y").asDouble());
    }

    void clickAt(double x, double y) throws Exception {
        for (String kind : List.of("mousePressed", "mouseReleased")) {
            mouse(kind, x, y);
        }
    }

    /** @param kind {@code mousePressed}, {@code mouseMoved} or {@code mouseReleased} */
    void mouse(String kind, double x, double y) throws Exception {
        ask(
                "Input.dispatchMouseEvent",
                Map.of("type", kind, "x", x, "y", y, "button", "left", "buttons", 1, "clickCount", 1));
    }

    /** A click that leads to another page. */
    void follow(String selector) throws Exception {
        loaded.drainPermits();
        click(selector);
        awaitPage();
    }

    /** Types into a field, over what stood there. */
    void type(String selector, String text) throws Exception {
        click(selector);
        run("document.activeElement.select?.()");
        ask("Input.insertText", Map.of("text", text));
    }

    /** Presses one key where the page has its focus. */
    void press(String key, String code, int number) throws Exception {
        Map<String, Object> facts =
                new HashMap<>(Map.of("key", key, "code", code, "windowsVirtualKeyCode", number, "type", "keyDown"));
        if (key.length() == 1) {
            facts.put("text", key);
        }
        ask("Input.dispatchKeyEvent", facts);
        facts.put("type", "keyUp");
        ask("Input.dispatchKeyEvent", facts);
    }

    /** Chooses files for a field, as its dialog would. */
    void choose(String selector, Path... files) throws Exception {
        int root = ask("DOM.getDocument", Map.of()).get("root").get("nodeId").asInt();
        int field = ask("DOM.querySelector", Map.of("nodeId", root, "selector", selector))
                .get("nodeId")
                .asInt();
        ask(
                "DOM.setFileInputFiles",
                Map.of(
                        "nodeId",
                        field,
                        "files",
                        Stream.of(files)
                                .map(file -> file.toAbsolutePath().toString())
                                .toList()));
    }

    /** Takes files into a folder from now on. */
    void takesInto(Path folder) throws Exception {
        Files.createDirectories(folder);
        ask(
                "Browser.setDownloadBehavior",
                Map.of(
                        "behavior",
                        "allow",
                        "downloadPath",
                        folder.toAbsolutePath().toString()));
    }

    /** Keeps a picture of the page where {@code -Dbackbeat.pictures} names a folder: for people to look at. */
    void keepPicture(String name) throws Exception {
        String folder = System.getProperty("backbeat.pictures");
        if (folder != null) {
            Thread.sleep(500);
            JsonNode picture = ask("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
            Files.createDirectories(Path.of(folder));
            Files.write(
                    Path.of(folder, name + ".png"),
                    Base64.getDecoder().decode(picture.get("data").asString()));
        }
    }

    List<String> complaints() {
        return complaints;
    }

    private JsonNode ask(String method, Map<String, Object> parameters) throws Exception {
        int id = number.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        JsonNode told = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (told.has("error")) {
            throw new AssertionError(method + ": " + told.get("error"));
        }
        return told.get("result");
    }

    private void hear(JsonNode told) {
        if (told.has("id")) {
            CompletableFuture<JsonNode> waiting = asked.remove(told.get("id").asInt());
            if (waiting != null) {
                waiting.complete(told);
            }
            return;
        }
        JsonNode facts = told.get("params");
        switch (told.get("method").asString()) {
            case "Page.loadEventFired" -> loaded.release();
            case "Runtime.exceptionThrown" -> complaints.add(facts.toString());
            case "Log.entryAdded" -> complain(facts.get("entry"));
            default -> {}
        }
    }

    private void complain(JsonNode entry) {
        if (entry.get("level").asString().equals("error")) {
            complaints.add(
                    entry.get("text").asString() + " " + entry.path("url").asString(""));
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @org.jspecify.annotations.Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                hear(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
