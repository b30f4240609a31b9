package backbeat.studio.edit;

import backbeat.engine.derive.JsonFile;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Results that were read before, as long as their files are the same and there is memory: many pages look at one result. They are values that nobody changes. Safe
 * to use from several threads.
 */
final class ReadFiles {
    private record Known(FileTime written, long bytes, SoftReference<Object> value) {
        boolean isOf(BasicFileAttributes now) {
            return written.equals(now.lastModifiedTime()) && bytes == now.size();
        }
    }

    private static final int MOST = 2000;

    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    /** @return empty where there is no such file, or it cannot be read as that */
    <T> Optional<T> json(Path file, Class<T> type) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            Known before = known.get(file);
            Object value = before != null && before.isOf(now) ? before.value.get() : null;
            if (value != null && type.isInstance(value)) {
                return Optional.of(type.cast(value));
            }
            T read = JsonFile.read(file, type);
            if (!SoundRecords.isSound(read)) {
                return Optional.empty();
            }
            if (known.size() > MOST) {
                known.clear();
            }
            known.put(file, new Known(now.lastModifiedTime(), now.size(), new SoftReference<>(read)));
            return Optional.of(read);
        } catch (IOException absentOrUnreadable) {
            return Optional.empty();
        }
    }
}
