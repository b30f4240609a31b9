package backbeat.app.web;

import backbeat.engine.problem.Problem;
import backbeat.studio.upload.Upload;
import backbeat.studio.upload.Uploads;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** The words of tus 1.0 (tus.io/protocols/resumable-upload): headers read and answers made. */
final class Tus {
    private static final String VERSION = "1.0.0";

    /** What is told of a file before its first byte. */
    record Told(String name, long bytes, boolean more) {}

    /** Where a piece begins, and its checksum. */
    record Piece(long offset, @Nullable String sha256) {}

    private Tus() {}

    static Told told(HttpServletRequest request) {
        requireVersion(request);
        Map<String, String> said = metadata(request.getHeader("Upload-Metadata"));
        String path = said.getOrDefault("relativePath", "");
        return new Told(
                path.isBlank() ? said.getOrDefault("filename", "") : path,
                number(request.getHeader("Upload-Length")),
                said.containsKey("more"));
    }

    static Piece piece(HttpServletRequest request) {
        requireVersion(request);
        if (!"application/offset+octet-stream".equals(request.getContentType())) {
            throw new Gate.Refused(415);
        }
        long offset = number(request.getHeader("Upload-Offset"));
        if (offset < 0) {
            throw new Gate.Refused(400);
        }
        return new Piece(offset, checksum(request.getHeader("Upload-Checksum")));
    }

    private static void requireVersion(HttpServletRequest request) {
        if (!VERSION.equals(request.getHeader("Tus-Resumable"))) {
            throw new Problem(
                            "upload/version",
                            "The upload is told in another protocol.",
                            "",
                            "It must be tus " + VERSION + ".",
                            "Load the page again.")
                    .asException();
        }
    }

    private static Map<String, String> metadata(@Nullable String header) {
        return Stream.of(header == null || header.length() > 8000 ? new String[0] : header.split(","))
                .map(pair -> pair.strip().split(" ", 2))
                .filter(pair -> !pair[0].isEmpty())
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> pair.length > 1 ? decoded(pair[1]) : "", (a, b) -> a));
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
    }

    private static long number(@Nullable String header) {
        return header != null && header.matches("\\d{1,18}") ? Long.parseLong(header) : -1;
    }

    private static @Nullable String checksum(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String[] parts = header.strip().split(" ", 2);
        if (parts.length != 2 || !parts[0].toLowerCase(Locale.ROOT).equals("sha256")) {
            throw new Gate.Refused(400);
        }
        return HexFormat.of().formatHex(Base64.getDecoder().decode(parts[1].strip()));
    }

    static ResponseEntity<Void> about() {
        return answer(HttpStatus.NO_CONTENT)
                .header("Tus-Version", VERSION)
                .header("Tus-Extension", "creation,checksum,termination")
                .header("Tus-Checksum-Algorithm", "sha256")
                .build();
    }

    static ResponseEntity<Void> begun(String place) {
        return answer(HttpStatus.CREATED).location(URI.create(place)).build();
    }

    static ResponseEntity<Void> where(Upload upload) {
        return answer(HttpStatus.OK)
                .header("Upload-Offset", Long.toString(upload.received()))
                .header("Upload-Length", Long.toString(upload.bytes()))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** A piece, or the word that goes on with a whole file. */
    static Upload received(Uploads uploads, HttpServletRequest request, Upload upload) throws IOException {
        Piece piece = piece(request);
        if (upload.isWhole() && Files.exists(uploads.file(upload))) {
            return upload; // a server that was killed between the last piece and its place
        }
        return uploads.receive(
                upload, piece.offset(), request.getContentLengthLong(), piece.sha256(), request.getInputStream());
    }

    /** What the last piece became. */
    static ResponseEntity<Void> became(Upload upload, String place) {
        return answer(HttpStatus.NO_CONTENT)
                .header("Upload-Offset", Long.toString(upload.received()))
                .header("Backbeat-Next", place)
                .build();
    }

    static ResponseEntity<Void> received(Upload upload) {
        return answer(HttpStatus.NO_CONTENT)
                .header("Upload-Offset", Long.toString(upload.received()))
                .build();
    }

    static ResponseEntity<Void> gone() {
        return answer(HttpStatus.NO_CONTENT).build();
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status).header("Tus-Resumable", VERSION);
    }
}
