package backbeat.app.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser as far as tests need one: cookies, the token of the last page, no following of redirects. */
final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("<meta name=\"token\" content=\"([^\"]+)\"");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    record Answer(int status, String body, HttpResponse<?> response) {
        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String place() {
            return header("Location").replaceFirst("^http://[^/]+", "");
        }
    }

    private final String base;
    private final Map<String, String> cookies = new HashMap<>();
    private String token = "";

    Visitor(String base) {
        this.base = base;
    }

    Answer get(String path, String... headers) {
        HttpRequest.Builder request = request(path, headers).GET();
        if (headers.length == 0) {
            request.header("Accept", "text/html");
        }
        return send(request);
    }

    /** Posts a form with the token of the last page. */
    Answer post(String path, String... fields) {
        StringJoiner form = new StringJoiner("&");
        form.add("_csrf=" + encoded(token));
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i] + "=" + encoded(fields[i + 1]));
        }
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    Answer send(String path, byte[] bytes) {
        return send(request(path)
                .header("X-XSRF-TOKEN", token)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    /** Any request, with the token of the last page. */
    Answer ask(String method, String path, byte[] bytes, String... headers) {
        return ask(method, path, HttpRequest.BodyPublishers.ofByteArray(bytes), headers);
    }

    Answer ask(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        return send(request(path, headers).header("X-XSRF-TOKEN", token).method(method, body));
    }

    void forgetToken() {
        token = "";
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        StringJoiner all = new StringJoiner("; ");
        cookies.forEach((name, value) -> all.add(name + "=" + value));
        if (!cookies.isEmpty()) {
            request.header("Cookie", all.toString());
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            Matcher found = TOKEN.matcher(response.body());
            if (found.find()) {
                token = found.group(1);
            }
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        String pair = cookie.substring(0, cookie.indexOf(';'));
        String name = pair.substring(0, pair.indexOf('='));
        String value = pair.substring(pair.indexOf('=') + 1);
        if (value.isEmpty()) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
