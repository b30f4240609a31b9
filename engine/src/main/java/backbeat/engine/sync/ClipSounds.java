package backbeat.engine.sync;

import backbeat.engine.derive.Work;
import backbeat.engine.media.AudioFacts;
import backbeat.engine.media.Media;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.SoundReader;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Ltc;
import java.util.ArrayList;
import java.util.List;

/**
 * Listens to all sounds of a clip. Cameras that write each input as a stream of its own may have the microphone in one and timecode in another: the chosen one is
 * searched for the song, the others for timecode, as far as their beginning shows any; and where the chosen one holds timecode or nothing, the others are searched.
 */
final class ClipSounds {
    /** Timecode from a cable is there from the start; and the far end of a file costs reading all of it again. */
    private static final int TRIED_SECONDS = 20;

    private final Media media;
    private final SongSide song;
    private final Work work;
    private final Trace trace;

    ClipSounds(Media media, SongSide song, Work work) {
        this(media, song, work, Trace.SILENT);
    }

    ClipSounds(Media media, SongSide song, Work work, Trace trace) {
        this.media = media;
        this.song = song;
        this.work = work;
        this.trace = trace;
    }

    ClipSync listen(String path, MediaFacts facts) {
        ClipSync heard = new ClipListener(media, song, work, trace).listen(path, facts);
        AudioFacts audio = facts.audio();
        if (audio == null || audio.streams() < 2) {
            return heard;
        }
        List<Ltc> runs = new ArrayList<>(heard.ltc());
        ClipSync answer = heard;
        for (int sound = 0; sound < audio.streams(); sound++) {
            List<Ltc> found = timecodeOf(facts, sound);
            found.stream()
                    .filter(run -> runs.stream().noneMatch(known -> same(known, run)))
                    .forEach(runs::add);
            if (found.isEmpty() && mayBeElsewhere(answer)) {
                answer = searched(path, facts, sound, answer);
            }
        }
        return answer.withLtc(runs);
    }

    /** A recorder that has timecode or nothing on one sound has the microphone on another. */
    private static boolean mayBeElsewhere(ClipSync answer) {
        boolean silent = answer.reason() != null && answer.reason().code().equals(Reasons.NO_SOUND);
        return answer.matches().isEmpty() && (silent || !answer.ltc().isEmpty());
    }

    private List<Ltc> timecodeOf(MediaFacts facts, int sound) {
        TimecodeEar ear = new TimecodeEar(sound, 0);
        try (SoundReader reader = media.otherSound(facts, Sound.WIDE_RATE, sound)) {
            float[] block = new float[Sound.WIDE_RATE];
            int seconds = 0;
            for (int count = reader.readFully(block); count > 0; count = reader.readFully(block)) {
                work.stopIfCancelled();
                ear.hear(block, 0, count);
                seconds++;
                if (seconds >= TRIED_SECONDS && !ear.heardSince(0)) {
                    break;
                }
            }
        } catch (ProblemException undecodable) {
            return List.of();
        }
        return ear.finish();
    }

    /** The chosen sound was read already. */
    private static boolean same(Ltc known, Ltc run) {
        return known.first().equals(run.first()) && known.channel() == run.channel() && known.sound() == null;
    }

    /** @return what was told before when this sound cannot be decoded */
    private ClipSync searched(String path, MediaFacts facts, int sound, ClipSync before) {
        try {
            MediaFacts other = media.probe(facts.file(), sound);
            boolean sameClock = other.start().equals(facts.start());
            return sameClock ? new ClipListener(media, song, work, trace).listen(path, other) : before;
        } catch (ProblemException undecodable) {
            return before;
        }
    }
}
