package backbeat.studio.edit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a result that was read holds what its records promise: nothing is missing that must be there, and every number is one. A file of a production may have come
 * from elsewhere, and pages count on these promises.
 */
final class SoundRecords {
    private SoundRecords() {}

    static boolean isSound(Object value) {
        return switch (value) {
            case Double number -> Double.isFinite(number);
            case Record record -> isSoundRecord(record);
            case Collection<?> all -> all.stream().allMatch(SoundRecords::isSoundEntry);
            case Map<?, ?> all -> all.values().stream().allMatch(SoundRecords::isSoundEntry);
            default -> true;
        };
    }

    private static boolean isSoundEntry(@Nullable Object entry) {
        return entry != null && isSound(entry);
    }

    private static boolean isSoundRecord(Record record) {
        for (RecordComponent part : record.getClass().getRecordComponents()) {
            Object value = value(record, part);
            boolean sound =
                    value == null ? part.getAnnotatedType().isAnnotationPresent(Nullable.class) : isSound(value);
            if (!sound) {
                return false;
            }
        }
        return true;
    }

    /** What cannot be looked into belongs to others, who look after it. */
    private static @Nullable Object value(Record record, RecordComponent part) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
