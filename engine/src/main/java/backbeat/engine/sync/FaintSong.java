package backbeat.engine.sync;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a song so faint that no line of its blocks stands out from chance. The coherent sum of the fine sound over a whole clip hears some decibels deeper than
 * votes of single blocks: so it is asked about the best dozen lines, at speed 1. One of them must add up far above what chance adds up to, and all others must not.
 */
final class FaintSong {
    private static final int LINES = 12;
    private static final int BLOCKS = 16;
    private static final double LEAST_SECONDS = 12;
    private static final double HEARD_SIGMAS = 8;
    private static final double LEAD = 1.8;
    /** Over a place that shares much of the sound, but not all. */
    private static final double LEAD_OVER_COPIES = 1.25;

    /** A faint song is heard a little everywhere, a third to a half of it in the loudest windows; two drum hits that another song shares are heard there only. */
    private static final double MOST_FROM_LOUDEST = 0.65;

    private static final double APART_SECONDS = 0.2;
    /** What chance adds up to, and how many sigmas more make it ten times less likely: see {@link Playback#confidence}. */
    private static final double CHANCE_SIGMAS = 4;

    private static final double SIGMAS_PER_POWER = 1.5;

    private final Sound clip;
    private final SongSide song;
    private final PlayedSong played;
    private final FinePlace finePlace;
    private final Trace trace;

    FaintSong(Sound clip, SongSide song, Trace trace) {
        this.clip = clip;
        this.trace = trace;
        this.song = song;
        this.played = song.played(Speed.ONE);
        this.finePlace = new FinePlace(clip, played, clip.bandLimit());
    }

    private record Heard(LineVote.Candidate line, Extent extent, double sigmas) {}

    /** The playback that fills all of the clip that the song can fill; null when nothing is there. */
    @Nullable
    Playback find(Hits atOne, List<Line> guesses) {
        if (clip.seconds() < LEAST_SECONDS) {
            return null;
        }
        List<Heard> heard = heard(atOne, guesses);
        if (heard.isEmpty()) {
            return null;
        }
        if (heard.size() > 1 && heard.get(0).sigmas() < LEAD * heard.get(1).sigmas()) {
            note(heard, heard.getFirst().sigmas(), SyncStep.FaintFate.NOT_ALONE);
            return null;
        }
        Heard best = heard.getFirst();
        Extent extent = best.extent();
        FinePlace.Fine fine = finePlace.refine(best.line().line(), extent.from(), extent.to());
        SyncStep.FaintFate fate = fate(fine, extent, best.sigmas());
        note(heard, fine.sigmas(), fate);
        if (fate != SyncStep.FaintFate.FOUND) {
            return null;
        }
        return new Playback(
                PlaybackMode.VARISPEED,
                Speed.ONE,
                fine,
                extent.from(),
                extent.to(),
                best.line().score(),
                (fine.sigmas() - CHANCE_SIGMAS) / SIGMAS_PER_POWER,
                LineVote.agreeing(atOne, fine.line()),
                List.of(),
                false,
                Sketch.of(atOne, atOne, fine.line(), List.of()));
    }

    private SyncStep.FaintFate fate(FinePlace.Fine fine, Extent extent, double sigmas) {
        if (fine.sigmas() < HEARD_SIGMAS) {
            return SyncStep.FaintFate.TOO_FAINT;
        }
        if (finePlace.shareOfLoudest(fine.line(), extent.from(), extent.to()) > MOST_FROM_LOUDEST) {
            return SyncStep.FaintFate.HERE_AND_THERE;
        }
        return isRepeated(fine.line(), extent, sigmas) ? SyncStep.FaintFate.REPEATED : SyncStep.FaintFate.FOUND;
    }

    private void note(List<Heard> heard, double peak, SyncStep.FaintFate fate) {
        trace.take(() -> new SyncStep.Faint(
                heard.stream()
                        .map(each -> new SyncStep.Place(
                                Noted.millis(each.line()
                                        .line()
                                        .playedAt(each.extent().from())),
                                Noted.tenths(each.sigmas())))
                        .toList(),
                LEAD,
                Noted.tenths(peak),
                HEARD_SIGMAS,
                fate));
    }

    private List<Heard> heard(Hits atOne, List<Line> guesses) {
        List<LineVote.Candidate> lines = new ArrayList<>(new LineVote(atOne).best(LINES));
        guesses.forEach(line -> lines.add(new LineVote.Candidate(
                line,
                LineVote.scoreOf(atOne, line, Float.MAX_VALUE),
                LineVote.scoreOf(atOne, line, LineVote.SIGNIFICANCE_LIMIT))));
        List<Heard> heard = new ArrayList<>();
        for (LineVote.Candidate line : lines) {
            double from = Math.max(0, line.line().clipTimeOf(0));
            double to = Math.min(clip.seconds(), line.line().clipTimeOf(played.seconds()));
            if (to - from >= LEAST_SECONDS) {
                FinePlace.Fine fine = finePlace.glimpse(line.line(), from, to);
                LineVote.Candidate exact = new LineVote.Candidate(fine.line(), line.score(), line.significance());
                heard.add(new Heard(exact, new Extent(from, to, 0), fine.sigmas()));
            }
        }
        heard.sort(Comparator.comparingDouble(each -> -each.sigmas()));
        return distinct(heard);
    }

    /** Two lines may lead to one place. */
    private List<Heard> distinct(List<Heard> heard) {
        double middle = clip.seconds() / 2;
        List<Heard> distinct = new ArrayList<>();
        for (Heard each : heard) {
            double place = each.line().line().playedAt(middle);
            boolean known = distinct.stream()
                    .anyMatch(other -> Math.abs(other.line().line().playedAt(middle) - place) < APART_SECONDS);
            if (!known) {
                distinct.add(each);
            }
        }
        return distinct;
    }

    private double sigmas(Line line, double from, double to) {
        return finePlace.glimpse(line, from, to).sigmas();
    }

    /** Whether a place at which the song itself sounds alike, a copied chorus, adds up nearly as high: the blocks of so faint a clip may not have named it. */
    private boolean isRepeated(Line line, Extent extent, double sigmas) {
        int first = (int) Math.round(line.playedAt(extent.from()) * Sound.WIDE_RATE);
        Sound stretch = Sound.of(song.sound().window(first, (int) (extent.seconds() * Sound.WIDE_RATE)));
        List<Blocks.Block> blocks = Blocks.spread(Blocks.of(stretch).all(), BLOCKS);
        Hits itself = new Hearing(stretch.seconds(), song::spectra, () -> {}).everywhere(Speed.ONE, blocks);
        double middle = stretch.seconds() / 2;
        double own = (double) first / Sound.WIDE_RATE + middle;
        return new LineVote(itself)
                .best(LINES).stream()
                        .mapToDouble(candidate -> candidate.line().playedAt(middle) - own)
                        .filter(distance -> Math.abs(distance) > APART_SECONDS)
                        .mapToObj(distance -> line.moved(distance, 0, 0))
                        .anyMatch(other -> sigmas < LEAD_OVER_COPIES * sigmas(other, extent.from(), extent.to()));
    }
}
