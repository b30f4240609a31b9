package backbeat.studio.archive;

import backbeat.engine.derive.JsonFile;
import backbeat.studio.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads an archive that may be damaged or made to do harm: only what the manifest names is taken, only under plain names below the folder it is taken to, never more
 * bytes than were told, and only when the hash fits.
 */
final class ArchiveReader implements AutoCloseable {
    private static final int LARGEST_TEXT = 64 << 20;
    private static final long ROOM_TO_SPARE = 256L << 20;

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private ArchiveReader(Path file, ZipFile zip) throws IOException {
        this.file = file;
        this.zip = zip;
        this.manifest = JsonFile.parse(unchecked(Manifest.NAME), Manifest.class);
    }

    static ArchiveReader open(Path file, String contract) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw ArchiveProblems.noFile(file).asException();
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            throw ArchiveProblems.damaged(file, "It is no whole archive.").asException();
        }
        try {
            ArchiveReader reader = new ArchiveReader(file, zip);
            reader.check(contract);
            return reader;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e instanceof IOException unread
                    ? ArchiveProblems.damaged(file, "Its list of files cannot be read: " + unread.getMessage())
                            .asException()
                    : (RuntimeException) e;
        }
    }

    private void check(String contract) {
        if (manifest == null
                || manifest.files() == null
                || manifest.schema() == null
                || !contract.equals(manifest.contract())) {
            throw ArchiveProblems.another(file, contract).asException();
        }
        if (!new HashSet<>(Store.migrations()).containsAll(manifest.schema())) {
            throw ArchiveProblems.newer(file).asException();
        }
        Set<String> names = new HashSet<>();
        long bytes = 0;
        for (Manifest.Entry entry : manifest.files()) {
            if (entry == null || bytes + entry.bytes() < bytes) {
                throw ArchiveProblems.damaged(file, "Its list of files is none.")
                        .asException();
            }
            bytes += entry.bytes();
            if (!isPlain(entry.name()) || entry.bytes() < 0 || !names.add(entry.name())) {
                throw ArchiveProblems.hostile(file, String.valueOf(entry.name()))
                        .asException();
            }
        }
    }

    /** A relative path of plain names: nothing that leaves the folder, on any system. */
    static boolean isPlain(String name) {
        if (name == null || name.isEmpty() || name.length() > 1000 || name.matches(".*[\\\\:\\p{Cntrl}].*")) {
            return false;
        }
        for (String part : name.split("/", -1)) {
            if (part.isEmpty() || part.startsWith(".") || part.endsWith(" ")) {
                return false;
            }
        }
        try {
            return !Path.of(name).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    Manifest manifest() {
        return manifest;
    }

    private String unchecked(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("there is none");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(LARGEST_TEXT + 1);
            if (bytes.length > LARGEST_TEXT) {
                throw new IOException("it is too large");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    String text(String name) throws IOException {
        Manifest.Entry entry = listed(name);
        String text = unchecked(name);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        requireHash(entry, ArchiveWriter.sha256().digest(bytes));
        return text;
    }

    private Manifest.Entry listed(String name) {
        return manifest.files().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        ArchiveProblems.damaged(file, name + " is missing.").asException());
    }

    private void requireHash(Manifest.Entry entry, byte[] digest) {
        if (!HexFormat.of().formatHex(digest).equals(entry.sha256())) {
            throw ArchiveProblems.damaged(file, entry.name() + " is not what was put in.")
                    .asException();
        }
    }

    /** Writes the listed files whose names begin so, without that beginning, into a folder. */
    void extract(String beginning, Path folder) throws IOException {
        Files.createDirectories(folder);
        requireRoom(folder, manifest.bytes());
        for (Manifest.Entry entry : manifest.files()) {
            if (entry.name().startsWith(beginning)) {
                requireRoom(folder, entry.bytes());
                extract(entry, folder.resolve(entry.name().substring(beginning.length())));
            }
        }
    }

    /** Writes one listed file. */
    void extractFile(String name, Path place) throws IOException {
        extract(listed(name), place);
    }

    private static void requireRoom(Path folder, long bytes) throws IOException {
        if (bytes > Files.getFileStore(folder).getUsableSpace() - ROOM_TO_SPARE) {
            throw ArchiveProblems.noRoom(folder, bytes).asException();
        }
    }

    private void extract(Manifest.Entry listed, Path place) throws IOException {
        ZipEntry entry = zip.getEntry(listed.name());
        if (entry == null) {
            throw ArchiveProblems.damaged(file, listed.name() + " is missing.").asException();
        }
        Files.createDirectories(place.getParent());
        MessageDigest digest = ArchiveWriter.sha256();
        byte[] block = new byte[1 << 16];
        long left = listed.bytes();
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(place, StandardOpenOption.CREATE_NEW)) {
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                left -= count;
                if (left < 0) {
                    throw ArchiveProblems.damaged(file, listed.name() + " is larger than it says.")
                            .asException();
                }
                digest.update(block, 0, count);
                out.write(block, 0, count);
            }
        } catch (ZipException e) {
            throw ArchiveProblems.damaged(file, listed.name() + " cannot be unpacked.")
                    .asException();
        }
        requireHash(listed, digest.digest());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
