package backbeat.engine.interchange;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.Effect;
import backbeat.engine.timeline.GeneratedMedia;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Marker;
import backbeat.engine.timeline.OfflineMedia;
import backbeat.engine.timeline.Timeline;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The lines of an edit decision list. */
final class EdlLines {
    private static final String COMMENTS = "edl/comments";

    /**
     * What stands before an item.
     *
     * @param transition over the cut to it; null for a cut
     */
    record Before(
            Item.@Nullable Transition transition, @Nullable Item outgoing) {
        static final Before NOTHING = new Before(null, null);
    }

    private final Timeline timeline;
    private final Rate rate;
    private final MediaFiles media;
    private final EdlReels reels;
    private final StringBuilder out = new StringBuilder();

    EdlLines(Timeline timeline, EdlWriter.Dialect dialect) {
        this.timeline = timeline;
        this.rate = timeline.rate();
        this.media = MediaFiles.of(timeline);
        this.reels = new EdlReels(dialect);
    }

    /** The list as it is, with the word that tells whether it was changed. */
    String text() {
        line("* " + Seal.OPEN);
        String text = out.toString();
        out.setLength(0);
        return text;
    }

    void head(int list, int count) {
        line("TITLE: " + oneLine(timeline.name()) + (count == 1 ? "" : " (" + list + " of " + count + ")"));
        line("FCM: " + (timeline.start().dropFrame() ? "DROP FRAME" : "NON-DROP FRAME"));
        line("");
    }

    /** A dissolve begins at its first frame: there the outgoing event ends and the incoming one begins. */
    void event(int number, Item item, Rational at, Rational end, Before before, String channel) {
        Item.Transition transition = before.transition();
        Rational lent = transition == null ? Rational.ZERO : transition.before();
        long from = rate.nearestFrame(at.minus(lent));
        long to = rate.nearestFrame(end);
        String kind = "C";
        if (transition != null && before.outgoing() != null) {
            outgoing(number, before.outgoing(), from, channel);
            kind = kind(transition, rate.nearestFrame(transition.length()));
        }
        switch (item) {
            case Item.Piece piece -> piece(new Line(number, channel, kind, from, to), piece, lent, before);
            case Item other -> {
                Timecode zero = zero();
                line(line(new Line(number, channel, kind, from, to), "BL", zero, zero.plusFrames(to - from)));
            }
        }
    }

    private record Line(int number, String channel, String kind, long from, long to) {}

    private static String kind(Item.Transition transition, long frames) {
        String code = switch (transition.kind()) {
            case WIPE -> transition.name().matches("W\\d{3}") ? transition.name() : "W001";
            case KEY -> "K";
            default -> "D";
        };
        return code + " " + String.format(Locale.ROOT, "%03d", frames);
    }

    private void outgoing(int number, Item item, long at, String channel) {
        Line line = new Line(number, channel, "C", at, at);
        if (item instanceof Item.Piece piece && !isBlack(piece)) {
            Timecode out = label(piece, piece.duration());
            line(line(line, reels.of(piece, media), out, out));
        } else {
            line(line(line, "BL", zero(), zero()));
        }
    }

    private static boolean isBlack(Item.Piece piece) {
        return piece instanceof Item.ClipItem clip
                && clip.media() instanceof GeneratedMedia made
                && made.kind() == GeneratedMedia.Kind.BLACK;
    }

    private void piece(Line line, Item.Piece piece, Rational lent, Before before) {
        boolean black = isBlack(piece);
        String reel = black ? "BL" : reels.of(piece, media);
        Timecode in = label(piece, lent.negated());
        long record = line.to() - line.from();
        line(line(line, reel, in, in.plusFrames(used(piece, record, in))));
        if (!piece.speed().equals(Rational.ONE)) {
            line(String.format(Locale.ROOT, "M2   %-8s       %s                %s", reel, pace(piece.speed()), in));
        }
        names(piece, black, before);
        piece.effects().forEach(this::grade);
        String kept = piece.metadata().get(COMMENTS);
        if (kept != null) {
            kept.lines().forEach(this::line);
        }
    }

    private void grade(Effect effect) {
        if (effect instanceof Effect.Grade grade) {
            line("* ASC_SOP " + channels(grade.slope()) + channels(grade.offset()) + channels(grade.power()));
            line("* ASC_SAT " + decimal(grade.saturation()));
        }
    }

    private static String channels(Effect.Channels of) {
        return "(" + decimal(of.red()) + " " + decimal(of.green()) + " " + decimal(of.blue()) + ")";
    }

    private static String decimal(Rational value) {
        return String.format(Locale.ROOT, "%.6f", value.toDouble());
    }

    private long used(Item.Piece piece, long record, Timecode in) {
        Rational until = Told.seconds(piece.metadata(), Told.STILL_UNTIL);
        if (piece.speed().signum() != 0) {
            return Rational.of(record).times(piece.speed().abs()).nearest();
        }
        return until == null ? record : rate.nearestFrame(until) - in.frame();
    }

    /** Frames a second: tenths where that is exact. */
    private String pace(Rational speed) {
        Rational pace = speed.times(rate.nominal());
        if (pace.times(10).isWhole() || Math.abs(pace.toDouble()) > 99_999) {
            return String.format(Locale.ROOT, pace.signum() < 0 ? "%06.1f" : "%05.1f", pace.toDouble());
        }
        return BigDecimal.valueOf(pace.numerator())
                .divide(BigDecimal.valueOf(pace.denominator()), MathContext.DECIMAL64)
                .setScale(6, java.math.RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private void names(Item.Piece piece, boolean black, Before before) {
        MediaFile file = piece instanceof Item.ClipItem clip ? media.find(clip.media()) : null;
        boolean here = piece instanceof Item.ClipItem clip && clip.file() != null;
        String name = here && file != null ? file.name() : piece.name();
        if (before.transition() != null && before.outgoing() != null) {
            line("* FROM CLIP NAME: " + oneLine(before.outgoing().name()));
            line("* TO CLIP NAME: " + oneLine(name));
        } else if (!name.isEmpty() && !(black && name.equals("BL"))) {
            line("* FROM CLIP NAME: " + oneLine(name));
        }
        if (piece instanceof Item.ClipItem clip && clip.file() != null) {
            line("* SOURCE FILE: " + oneLine(clip.file().file().toString()));
        } else if (piece instanceof Item.ClipItem clip
                && clip.media() instanceof OfflineMedia offline
                && !offline.url().isEmpty()) {
            line("* SOURCE FILE: " + oneLine(offline.url()));
        }
    }

    private String line(Line line, String reel, Timecode in, Timecode out) {
        return String.format(
                Locale.ROOT,
                "%03d  %-8s %-5s %-8s %s %s %s %s",
                line.number(),
                reel,
                line.channel(),
                line.kind(),
                in,
                out,
                timeline.start().plusFrames(line.from()),
                timeline.start().plusFrames(line.to()));
    }

    void locator(Marker marker) {
        Timecode at = timeline.start().plusFrames(rate.nearestFrame(marker.at()));
        line("* LOC: " + at + " " + String.format(Locale.ROOT, "%-7s", colour(marker)) + " " + oneLine(marker.name()));
    }

    /** As Resolve exports its markers: an event of one frame, and a line with colour, name and length. */
    void markerEvent(int number, Marker marker) {
        long at = rate.nearestFrame(marker.at());
        Timecode place = timeline.start().plusFrames(at);
        line(line(new Line(number, "V", "C", at, at + 1), "001", place, place.plusFrames(1)));
        String told = colour(marker);
        String colour = told.substring(0, 1).toUpperCase(Locale.ROOT)
                + told.substring(1).toLowerCase(Locale.ROOT);
        long frames = Math.max(1, rate.nearestFrame(marker.duration()));
        line(" " + oneLine(marker.comment()) + " |C:ResolveColor" + colour + " |M:" + oneLine(marker.name()) + " |D:"
                + frames);
        line("");
    }

    private static String colour(Marker marker) {
        String told = Told.colour(marker);
        return told.isEmpty() ? marker.colour().name() : told;
    }

    private Timecode zero() {
        return new Timecode(0, rate, timeline.start().dropFrame());
    }

    /** The label of the picture that the piece shows so many seconds after its start. */
    private Timecode label(Item.Piece piece, Rational after) {
        Rational from = piece.sourceStart().plus(after.times(piece.speed()));
        if (!(piece instanceof Item.ClipItem clip)) {
            return new Timecode(rate.nearestFrame(from.max(Rational.ZERO)), rate, false);
        }
        MediaFile file = media.find(clip.media());
        Rate own = file == null ? null : file.rate();
        if (file != null && clip.file() == null && own != null && !own.equals(rate) && file.label() != null) {
            return ofFile(new Timecode(own.nearestFrame(file.start()), own, false), from.minus(file.origin()));
        }
        if (file == null || clip.file() == null) {
            Rational start = file == null ? Rational.ZERO : file.start().minus(file.origin());
            return new Timecode(
                    rate.nearestFrame(start.plus(from)), rate, timeline.start().dropFrame());
        }
        return ofFile(clip.file().timecode(), from.minus(file.origin()));
    }

    /**
     * The label of the first frame shown. A file of another rate keeps its hours, minutes and seconds, and its frame number is counted at the rate of the list: so
     * the label still finds the place.
     */
    private Timecode ofFile(@Nullable Timecode first, Rational into) {
        if (first == null) {
            return new Timecode(rate.nearestFrame(into), rate, false);
        }
        Timecode shown = first.plusFrames(first.rate().nearestFrame(into));
        if (shown.rate().equals(rate)) {
            return shown;
        }
        String label = shown.toString();
        return Timecode.of(
                Integer.parseInt(label.substring(0, 2)),
                Integer.parseInt(label.substring(3, 5)),
                Integer.parseInt(label.substring(6, 8)),
                Integer.parseInt(label.substring(9))
                        * rate.nominal()
                        / shown.rate().nominal(),
                rate,
                false);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private void line(String text) {
        out.append(text).append("\r\n");
    }
}
