package backbeat.studio.production;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Set;

/**
 * Takes a song from a stream to the disk: never more than the limit, never more than the disk holds, under its name only when it is whole. What it is called by
 * people decides about nothing but the ending, which must be one of sound.
 */
final class SongUpload {
    static final long LARGEST = 2L << 30;
    private static final long ROOM_TO_WORK = 512L << 20;
    private static final Set<String> ENDINGS =
            Set.of("wav", "flac", "aif", "aiff", "mp3", "m4a", "aac", "ogg", "oga", "opus", "wma", "caf");

    private final Path folder;
    private final long largest;

    SongUpload(Path folder) {
        this(folder, LARGEST);
    }

    SongUpload(Path folder, long largest) {
        this.folder = folder;
        this.largest = largest;
    }

    /** @param told how many bytes will come; below zero when that is not known */
    Path take(String name, long told, InputStream content) throws IOException {
        String ending = ending(name);
        if (told > largest) {
            throw ProductionProblems.songTooLarge(largest).asException();
        }
        Files.createDirectories(folder);
        refuseWithoutRoom(Math.max(told, 0));
        Path unfinished = unfinished();
        try {
            long arrived = copy(content, unfinished);
            if (told >= 0 && arrived != told) {
                throw ProductionProblems.songBroken().asException();
            }
            Path place = folder.resolve("song." + ending);
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
            return place;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    static void require(String name, long bytes) {
        ending(name);
        if (bytes > LARGEST) {
            throw ProductionProblems.songTooLarge(LARGEST).asException();
        }
    }

    /** A file that is here already; it is moved. */
    Path take(String name, Path whole) throws IOException {
        Path place = folder.resolve("song." + ending(name));
        Files.createDirectories(folder);
        Files.move(whole, place, StandardCopyOption.ATOMIC_MOVE);
        return place;
    }

    private Path unfinished() throws IOException {
        for (int i = 0; ; i++) {
            Path place = folder.resolve(".song-" + i + ".part");
            try {
                return Files.createFile(place);
            } catch (FileAlreadyExistsException another) {
                if (i > 100) {
                    throw another;
                }
            }
        }
    }

    private long copy(InputStream content, Path target) throws IOException {
        byte[] block = new byte[1 << 16];
        long arrived = 0;
        long checkedAt = 0;
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int count = content.read(block); count >= 0; count = content.read(block)) {
                arrived += count;
                if (arrived > largest) {
                    throw ProductionProblems.songTooLarge(largest).asException();
                }
                if (arrived - checkedAt > 16 << 20) {
                    refuseWithoutRoom(0);
                    checkedAt = arrived;
                }
                out.write(block, 0, count);
            }
        }
        return arrived;
    }

    private void refuseWithoutRoom(long bytes) throws IOException {
        if (Files.getFileStore(folder).getUsableSpace() < bytes + ROOM_TO_WORK) {
            throw ProductionProblems.noRoom(bytes).asException();
        }
    }

    private static String ending(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!ENDINGS.contains(ending)) {
            throw ProductionProblems.noSongName().asException();
        }
        return ending;
    }
}
