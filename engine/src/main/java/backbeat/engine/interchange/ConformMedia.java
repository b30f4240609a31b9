package backbeat.engine.interchange;

import backbeat.engine.problem.Finding;
import backbeat.engine.problem.InterchangeProblems;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.Multicam;
import backbeat.engine.timeline.OfflineMedia;
import backbeat.engine.timeline.Timeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of our files a clip of another program shows, and where in it. Paths say it surely, names and reels mostly; a timecode that the file has speaks for it, one that
 * it does not have against it.
 */
final class ConformMedia {
    private static final int PATH = 100;
    private static final int FILE_NAME = 60;
    private static final int CLIP_NAME = 50;
    private static final int STEM = 40;
    private static final int REEL = 30;
    private static final int TIMECODE = 20;
    private static final int ENOUGH = 30;

    private final Set<MediaReference> ours = new LinkedHashSet<>();
    private final ConformAngles angles;
    private final Rate listRate;
    private final boolean labelsAtListRate;
    private final List<Finding> findings;

    /** @param format of the file that came back: lists count the labels of every file at their own rate */
    ConformMedia(Timeline cut, Rate listRate, String format, List<Finding> findings) {
        cut.tracks().stream()
                .flatMap(track -> track.items().stream())
                .filter(Item.ClipItem.class::isInstance)
                .map(item -> ((Item.ClipItem) item).file())
                .filter(java.util.Objects::nonNull)
                .forEach(ours::add);
        this.angles = new ConformAngles(Originals.of(cut));
        this.listRate = listRate;
        this.labelsAtListRate = format.equals("edl") || format.equals("ale");
        this.findings = findings;
    }

    /** The item on our file; unchanged where none is known. */
    Item linked(Item item) {
        if (item instanceof Item.ClipItem chosen && chosen.media() instanceof Multicam multicam) {
            return angles.shown(chosen, multicam);
        }
        if (!(item instanceof Item.ClipItem clip) || !(clip.media() instanceof OfflineMedia media)) {
            return item;
        }
        MediaReference file = best(clip, media);
        return file == null ? item : clip.withMedia(file, source(clip, media, file));
    }

    private @Nullable MediaReference best(Item.ClipItem clip, OfflineMedia media) {
        List<MediaReference> best = new ArrayList<>();
        int most = ENOUGH;
        for (MediaReference file : ours) {
            int score = score(clip, media, file);
            if (score > most) {
                best.clear();
                most = score;
            }
            if (score == most) {
                best.add(file);
            }
        }
        if (best.isEmpty()) {
            findings.add(Finding.warning(InterchangeProblems.unknownMedia(clip.name())));
            return null;
        }
        if (best.size() > 1) {
            String names = String.join(
                    ", ", best.stream().map(file -> file.file().toString()).toList());
            findings.add(Finding.warning(InterchangeProblems.ambiguous(clip.name(), names)));
        }
        return best.getFirst();
    }

    private int score(Item.ClipItem clip, OfflineMedia media, MediaReference file) {
        String path = MediaUrl.path(media.url());
        String told = path.isEmpty() ? "" : path.substring(path.lastIndexOf('/') + 1);
        int score = 0;
        if (!path.isEmpty() && Path.of(path).equals(file.file())) {
            score = PATH;
        } else if (told.equalsIgnoreCase(file.name())) {
            score = FILE_NAME;
        } else if (clip.name().equalsIgnoreCase(file.name())) {
            score = CLIP_NAME;
        } else if (stem(clip.name()).equals(stem(file.name())) || stem(told).equals(stem(file.name()))) {
            score = STEM;
        } else if (!media.reel().isEmpty()
                && reel(file.name()).startsWith(media.reel().toUpperCase(Locale.ROOT))) {
            score = REEL;
        }
        return score == 0 ? 0 : score + (hasLabel(clip, media, file) ? TIMECODE : -TIMECODE / 2);
    }

    private static String stem(String name) {
        return name.replaceFirst("\\.[^.]*$", "").toLowerCase(Locale.ROOT);
    }

    private static String reel(String name) {
        return stem(name).replaceAll("[^A-Za-z0-9_]", "").toUpperCase(Locale.ROOT);
    }

    private boolean hasLabel(Item.ClipItem clip, OfflineMedia media, MediaReference file) {
        Rational in = source(clip, media, file).minus(file.start());
        Rational frame = listRate.frameDuration();
        return !in.plus(frame).isLessThan(Rational.ZERO) && !in.minus(frame).isGreaterThan(file.duration());
    }

    /** Clip time of our file: by timecode where both have one, for that survives a consolidated or trimmed copy; else from the first picture. */
    private Rational source(Item.ClipItem clip, OfflineMedia media, MediaReference file) {
        Rational label = media.label();
        if (label == null) {
            return file.start().plus(clip.sourceStart());
        }
        Rational shown = label.plus(clip.sourceStart());
        Timecode first = file.timecode();
        Rational own = first == null ? Rational.ZERO : own(first, label);
        Rational asOwn = first == null ? shown : ofOwnRate(shown, first);
        return file.start().plus(asOwn.minus(own));
    }

    /** Some programs know whole rates only: the labels of a file whose rate is a mean they count at the next one. What was told of its first picture tells which they did. */
    private Rational own(Timecode first, Rational told) {
        Rational perSecond = first.rate().perSecond();
        if (labelsAtListRate || perSecond.isWhole() || perSecond.denominator() == 1001) {
            return first.seconds();
        }
        Rational counted = Rational.of(first.frame(), first.rate().nominal());
        double fromCounted = Math.abs(told.toDouble() - counted.toDouble());
        double fromSeconds = Math.abs(told.toDouble() - first.seconds().toDouble());
        return fromCounted < fromSeconds ? counted : first.seconds();
    }

    /** A list counts hours, minutes and seconds as the file does, and frames at its own rate: the middle of those of the file that share such a label. */
    private Rational ofOwnRate(Rational shown, Timecode first) {
        if (!labelsAtListRate || first.rate().equals(listRate)) {
            return shown;
        }
        long frames = listRate.nearestFrame(shown);
        long nominal = first.rate().nominal();
        long seconds = Math.floorDiv(frames, listRate.nominal());
        long rest = Math.floorMod(frames, listRate.nominal());
        long from = Math.min(Math.ceilDiv(rest * nominal, listRate.nominal()), nominal - 1);
        long to = Math.max(from, Math.ceilDiv((rest + 1) * nominal, listRate.nominal()) - 1);
        long leftOut = first.dropFrame() ? nominal / 15 * (seconds / 60 - seconds / 600) : 0;
        return Rational.of(from + to, 2)
                .plus(Rational.of(seconds * nominal - leftOut))
                .dividedBy(first.rate().perSecond());
    }
}
