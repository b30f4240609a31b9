package backbeat.engine.cut;

import backbeat.engine.footage.Clip;
import backbeat.engine.shotlist.PlannedShot;
import backbeat.engine.shotlist.PlannedShot.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which clips a row of a shot list means: by camera, by name (file, folder, set-up or slate in either), by what they show. */
final class MeantClips {
    private static final Pattern SEVERAL = Pattern.compile("\\s*(?:[,;+&]|\\bor\\b)\\s*");
    private static final Pattern CAMERA_WORDS = Pattern.compile("\\b(?:camera|cam|angle)\\b\\.?");
    private static final Pattern CLIP_WORDS = Pattern.compile("^(?:slate|set-?up|shot|clip|scene)\\s+");

    private MeantClips() {}

    /** Whether the row leaves it open which clips are meant. */
    static boolean any(PlannedShot shot) {
        return shot.angle().isEmpty() && shot.clip().isEmpty();
    }

    static boolean means(PlannedShot shot, Take take) {
        Kind kind = shot.kind();
        return means(shot, take.clip()) && (kind == null || (kind == Kind.STORY) == take.story());
    }

    static boolean means(PlannedShot shot, Clip clip) {
        return (shot.angle().isEmpty() || anyOf(shot.angle(), name -> isCamera(name, clip)))
                && (shot.clip().isEmpty() || anyOf(shot.clip(), name -> isNamed(name, clip)));
    }

    private static boolean anyOf(String written, Predicate<String> fits) {
        String all = written.toLowerCase(Locale.ROOT).strip();
        return Stream.concat(Stream.of(all), SEVERAL.splitAsStream(all))
                .filter(name -> !name.isEmpty())
                .anyMatch(fits);
    }

    private static boolean isCamera(String name, Clip clip) {
        String letter = CAMERA_WORDS.matcher(name).replaceAll("").replaceAll("^[\\s-]+|[\\s-]+$", "");
        return clip.camera().equalsIgnoreCase(name)
                || clip.camera().equalsIgnoreCase(letter)
                || folders(clip).contains(name);
    }

    private static boolean isNamed(String name, Clip clip) {
        String plain = CLIP_WORDS.matcher(name).replaceAll("");
        String path = clip.path().toLowerCase(Locale.ROOT);
        String file = clip.name().toLowerCase(Locale.ROOT);
        int dot = file.lastIndexOf('.');
        String base = dot > 0 ? file.substring(0, dot) : file;
        return path.equals(plain)
                || path.endsWith("/" + plain)
                || file.equals(plain)
                || base.equals(plain)
                || folders(clip).contains(plain)
                || Arrays.asList(base.split("[^\\p{L}\\d]+", -1)).contains(plain)
                || (base.startsWith(plain)
                        && base.length() > plain.length()
                        && !Character.isLetterOrDigit(base.charAt(plain.length())));
    }

    private static List<String> folders(Clip clip) {
        List<String> parts = Arrays.asList(clip.path().toLowerCase(Locale.ROOT).split("/"));
        return parts.subList(0, parts.size() - 1);
    }
}
