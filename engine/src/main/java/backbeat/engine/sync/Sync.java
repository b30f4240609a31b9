package backbeat.engine.sync;

import backbeat.engine.derive.Fingerprint;
import backbeat.engine.derive.SideBySide;
import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Clip;
import backbeat.engine.footage.Footage;
import backbeat.engine.media.AudioFacts;
import backbeat.engine.media.Media;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.problem.SongProblems;
import backbeat.engine.problem.SyncProblems;
import backbeat.engine.sync.SyncResult.ClipSync;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Places every clip of a footage on a song by its sound. Clips are heard side by side; each result is kept in the vault. */
public final class Sync {
    private final Media media;
    private final Vault vault;

    public Sync(Media media, Vault vault) {
        this.media = media;
        this.vault = vault;
    }

    /** @throws ProblemException when the song cannot be read; clips that cannot be read are told as such instead */
    public SyncResult sync(Path song, MediaFacts songFacts, Footage footage, Work work) {
        return sync(song, songFacts, footage, List.of(), work);
    }

    /**
     * @param songAt timecodes of the song's start that playback carried; empty when nobody knows
     * @throws ProblemException when the song cannot be read; clips that cannot be read are told as such instead
     */
    public SyncResult sync(Path song, MediaFacts songFacts, Footage footage, List<SongAt> songAt, Work work) {
        SyncResult heard = heard(song, songFacts, footage, work);
        return new TimecodePlaces(heard.song().seconds(), songAt, footage.clips()).placed(heard);
    }

    /** Hears one clip anew and tells why it is placed as its own sound says, or not. */
    public SyncExplanation explain(Path song, MediaFacts songFacts, String path, MediaFacts clip, Work work) {
        AudioFacts audio = withSound(song, songFacts);
        Notes notes = new Notes();
        ClipSync answer = clip.audio() == null
                ? unmatched(path, clip.duration().toDouble(), Reasons.of(Reasons.NO_SOUND))
                : new ClipSounds(media, new SongOnDemand(songFacts, audio).get(), work, notes).listen(path, clip);
        return new SyncExplanation(
                SyncExplanation.CONTRACT, songFile(song, songFacts, audio), answer, notes.stretches());
    }

    private static AudioFacts withSound(Path song, MediaFacts facts) {
        AudioFacts audio = facts.audio();
        if (audio == null) {
            throw SongProblems.songWithoutSound(song.toString()).asException();
        }
        return audio;
    }

    private static SyncResult.SongFile songFile(Path song, MediaFacts facts, AudioFacts audio) {
        return new SyncResult.SongFile(
                song.toString().replace('\\', '/'), facts.duration().toDouble(), audio.sampleRate());
    }

    /**
     * The same clip by clip, for processes that share a vault: what they heard, {@link #sync} finds.
     *
     * @throws ProblemException when the song cannot be read
     */
    public Listening listening(Path song, MediaFacts songFacts) {
        AudioFacts audio = withSound(song, songFacts);
        return new Listening(media, vault, fingerprint(song), new SongOnDemand(songFacts, audio));
    }

    /** What the sound alone tells. */
    SyncResult heard(Path song, MediaFacts songFacts, Footage footage, Work work) {
        AudioFacts audio = withSound(song, songFacts);
        Listening listening = listening(song, songFacts);
        List<Finding> findings = new ArrayList<>();
        Map<String, ClipSync> clips = new TreeMap<>();
        for (Footage.FileOutcome file : footage.files()) {
            if (file.outcome() == Footage.Outcome.UNREADABLE) {
                String why = file.problem() == null
                        ? "The file could not be read."
                        : file.problem().what();
                clips.put(file.path(), unmatched(file.path(), null, Reasons.unreadable(why)));
            }
        }
        List<Clip> heard = footage.clips().stream().filter(Clip::hasSound).toList();
        for (Clip clip : footage.clips()) {
            clips.put(clip.path(), unmatched(clip.path(), secondsOf(clip), Reasons.of(Reasons.NO_SOUND)));
        }
        for (ClipSync clip : hearAll(heard, listening, work, findings)) {
            clips.put(clip.path(), clip);
        }
        SyncResult.SongFile file = songFile(song, songFacts, audio);
        return new SyncResult(SyncResult.CONTRACT, file, List.copyOf(clips.values()), List.of(), List.of(), findings);
    }

    private static double secondsOf(Clip clip) {
        return clip.facts().duration().toDouble();
    }

    private static ClipSync unmatched(String path, @Nullable Double seconds, SyncResult.Reason reason) {
        return new ClipSync(path, seconds, "unmatched", reason, List.of(), null);
    }

    static String fingerprint(Path song) {
        try {
            return Fingerprint.of(song).value();
        } catch (IOException e) {
            throw new ProblemException(
                    SyncProblems.syncSongUnreadable(song.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    private static List<ClipSync> hearAll(List<Clip> clips, Listening listening, Work work, List<Finding> findings) {
        List<Heard> all = SideBySide.each(
                clips, clip -> hear(clip, listening, work), clip -> done -> "listening to " + clip.name(), work);
        all.stream().map(Heard::finding).filter(Objects::nonNull).forEach(findings::add);
        return all.stream().map(Heard::clip).toList();
    }

    private record Heard(ClipSync clip, @Nullable Finding finding) {}

    private static Heard hear(Clip clip, Listening listening, Work work) {
        try {
            return new Heard(listening.hear(clip, work), null);
        } catch (ProblemException e) {
            SyncResult.Reason reason = Reasons.unreadable(e.problem().what());
            return new Heard(
                    unmatched(clip.path(), secondsOf(clip), reason),
                    Finding.warning(e.problem().at(clip.path())));
        }
    }

    /** The song's sound, decoded when the first clip needs it: a second run needs it for none. */
    private final class SongOnDemand implements Supplier<SongSide> {
        private final MediaFacts facts;
        private final AudioFacts audio;
        private @Nullable SongSide side;

        SongOnDemand(MediaFacts facts, AudioFacts audio) {
            this.facts = facts;
            this.audio = audio;
        }

        @Override
        public synchronized SongSide get() {
            if (side == null) {
                side = new SongSide(Sound.of(SongSound.mono(media, facts)), audio.sampleRate());
            }
            return side;
        }
    }
}
