package backbeat.studio.archive;

import backbeat.engine.derive.JsonFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes an archive in one pass: what is read is hashed on its way, and the manifest comes last. */
final class ArchiveWriter {
    private static final Set<String> COMPRESSED_ALREADY =
            Set.of("jpg", "mp4", "mov", "mp3", "m4a", "flac", "ogg", "mxf", "mts");

    private final ZipOutputStream zip;
    private final List<Manifest.Entry> written = new ArrayList<>();

    ArchiveWriter(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    void text(String name, String text) throws IOException {
        zip.setLevel(Deflater.BEST_SPEED);
        add(name, new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** What is gone meanwhile is passed over: its place in the archive would be a lie. */
    void file(String name, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            zip.setLevel(COMPRESSED_ALREADY.contains(ending(name)) ? Deflater.NO_COMPRESSION : Deflater.BEST_SPEED);
            add(name, in);
        } catch (NoSuchFileException gone) {
            return;
        }
    }

    /**
     * All files below a folder. Links are not followed, and what begins with a dot is unfinished.
     *
     * @param leftOut of paths in the folder
     */
    void folder(String name, Path folder, Predicate<Path> leftOut) throws IOException {
        for (Path file : files(name, folder, leftOut)) {
            file(name(name, folder, file), file);
        }
    }

    /** The files that are written of a folder; refuses those whose names would be refused when they are read. */
    static List<Path> files(String name, Path folder, Predicate<Path> leftOut) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files = regularFiles(folder).stream()
                .filter(path -> !isHidden(folder.relativize(path)) && !leftOut.test(folder.relativize(path)))
                .sorted()
                .toList();
        for (Path file : files) {
            if (!ArchiveReader.isPlain(name(name, folder, file))) {
                throw ArchiveProblems.name(file).asException();
            }
        }
        return files;
    }

    /** Work may go on meanwhile: what is gone between two looks is not there. */
    private static List<Path> regularFiles(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
                if (failed instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failed;
            }
        });
        return files;
    }

    private static String name(String name, Path folder, Path file) {
        return name + "/" + String.join("/", parts(folder.relativize(file)));
    }

    private static List<String> parts(Path path) {
        List<String> parts = new ArrayList<>();
        path.forEach(part -> parts.add(part.toString()));
        return parts;
    }

    private static boolean isHidden(Path path) {
        return parts(path).stream().anyMatch(part -> part.startsWith("."));
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private void add(String name, InputStream in) throws IOException {
        MessageDigest digest = sha256();
        zip.putNextEntry(new ZipEntry(name));
        byte[] block = new byte[1 << 16];
        long bytes = 0;
        for (int count = in.read(block); count >= 0; count = in.read(block)) {
            digest.update(block, 0, count);
            zip.write(block, 0, count);
            bytes += count;
        }
        zip.closeEntry();
        written.add(new Manifest.Entry(name, bytes, HexFormat.of().formatHex(digest.digest())));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    boolean has(String name) {
        return written.stream().anyMatch(entry -> entry.name().equals(name));
    }

    Manifest finish(String contract, Iterable<Integer> schema, String made) throws IOException {
        List<Integer> versions = new ArrayList<>();
        schema.forEach(versions::add);
        Manifest manifest = new Manifest(contract, versions, made, List.copyOf(written));
        zip.setLevel(Deflater.BEST_SPEED);
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(JsonFile.text(manifest).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
        return manifest;
    }
}
