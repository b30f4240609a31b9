package backbeat.engine.song;

import backbeat.engine.derive.Derivation;
import backbeat.engine.derive.Fingerprint;
import backbeat.engine.derive.JsonFile;
import backbeat.engine.derive.Key;
import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import backbeat.engine.media.AudioFacts;
import backbeat.engine.media.Media;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.SoundReader;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.problem.SongProblems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Listens to a song file and tells its map. The map of a file that has not changed is computed once. */
public final class SongAnalysis {
    /** Raised whenever the same song is heard otherwise. */
    private static final int HEARD = 7;
    /** Raised whenever the same heard song gets another map. */
    private static final int MAPPED = 7;

    private static final int LONGEST_MINUTES = 20;

    private final Media media;
    private final Vault vault;

    public SongAnalysis(Media media, Vault vault) {
        this.media = media;
        this.vault = vault;
    }

    /**
     * The map of a song.
     *
     * @throws ProblemException when the file has no sound, is too long or cannot be read
     */
    public SongMap analyse(Path song, MediaFacts facts, Work work) {
        return analyse(song, facts, Corrections.none(), work);
    }

    /**
     * The map of a song that agrees with what was said of it. The sound is listened to once, whatever is said.
     *
     * @throws ProblemException when the file has no sound, is too long or cannot be read
     */
    public SongMap analyse(Path song, MediaFacts facts, Corrections said, Work work) {
        AudioFacts audio = refuseWhatIsNoSong(song, facts);
        Hearing hearing = new Hearing(keyOf(song), facts, audio);
        return vault.get(new Mapping(hearing, said), work);
    }

    /**
     * Takes a song's map over to another version of the song: a new mix, an edit, another speed.
     *
     * @param map of the old version, as corrected
     * @throws ProblemException also when the two have nothing in common
     */
    public CarriedMap carry(SongMap map, Path old, MediaFacts oldFacts, Path song, MediaFacts facts, Work work) {
        HeardSong before = heard(old, oldFacts, work.part(0, 0.45));
        HeardSong after = heard(song, facts, work.part(0.45, 0.9));
        SongMap guess = analyse(song, facts, work.part(0.9, 0.92));
        List<VersionAlignment.Stretch> found =
                VersionAlignment.of(before.spectra(), after.spectra(), speeds(map, guess), work.part(0.92, 1));
        if (found.isEmpty()) {
            throw SongProblems.versionsDiffer(song.toString()).asException();
        }
        return CarriedMap.of(map, found, after.facts().duration(), "carried from " + old.getFileName());
    }

    /**
     * Why a song has the map that it has.
     *
     * @throws ProblemException when the file has no sound, is too long or cannot be read
     */
    public SongExplanation explain(Path song, MediaFacts facts, Corrections said, Work work) {
        HeardSong heard = heard(song, facts, work.part(0, 0.9));
        return new SongMapper(heard, said).explained(work.part(0.9, 1));
    }

    private HeardSong heard(Path song, MediaFacts facts, Work work) {
        return vault.get(new Hearing(keyOf(song), facts, refuseWhatIsNoSong(song, facts)), work);
    }

    /** The same speed, and that of the two tempi where they are near enough to be one song played faster. */
    private static List<Double> speeds(SongMap old, SongMap guess) {
        List<Double> speeds = new ArrayList<>(List.of(1.0));
        if (!old.tempo().isEmpty() && !guess.tempo().isEmpty()) {
            double ratio =
                    guess.tempo().getFirst().bpm() / old.tempo().getFirst().bpm();
            for (double level : new double[] {ratio, ratio * 2, ratio / 2}) {
                if (Math.abs(Math.log(level)) < Math.log(1.25) && Math.abs(level - 1) > 0.002) {
                    speeds.add(level);
                }
            }
        }
        return speeds;
    }

    /**
     * A song has sound and fits into memory as a whole.
     *
     * @return the song's sound
     */
    public static AudioFacts refuseWhatIsNoSong(Path song, MediaFacts facts) {
        AudioFacts audio = facts.audio();
        if (audio == null) {
            throw SongProblems.songWithoutSound(song.toString()).asException();
        }
        if (facts.duration().toDouble() > LONGEST_MINUTES * 60) {
            throw SongProblems.songTooLong(song.toString(), LONGEST_MINUTES).asException();
        }
        return audio;
    }

    private Key keyOf(Path song) {
        try {
            return Key.of("song-heard", HEARD)
                    .with("song", Fingerprint.of(song))
                    .with("ffmpeg", media.version());
        } catch (IOException e) {
            throw new ProblemException(SongProblems.songUnreadable(song.toString()), e);
        }
    }

    /** The map from what was heard: cheap, so that it is made anew for whatever somebody says. */
    private final class Mapping implements Derivation<SongMap> {
        private final Hearing hearing;
        private final Corrections said;

        Mapping(Hearing hearing, Corrections said) {
            this.hearing = hearing;
            this.said = said;
        }

        @Override
        public Key key() {
            return Key.of("song-map", MAPPED).with("heard", hearing.key()).with("said", JsonFile.text(said.all()));
        }

        @Override
        public void derive(Path target, Work work) throws IOException {
            HeardSong heard = vault.get(hearing, work.part(0, 0.9));
            JsonFile.write(target, new SongMapper(heard, said).map(work.part(0.9, 1)));
        }

        @Override
        public SongMap read(Path kept) throws IOException {
            return JsonFile.read(kept, SongMap.class);
        }
    }

    private final class Hearing implements Derivation<HeardSong> {
        private final Key key;
        private final MediaFacts facts;
        private final AudioFacts audio;

        Hearing(Key key, MediaFacts facts, AudioFacts audio) {
            this.key = key;
            this.facts = facts;
            this.audio = audio;
        }

        @Override
        public Key key() {
            return key;
        }

        @Override
        public void derive(Path target, Work work) throws IOException {
            SongSound sound = sound(work.part(0, 0.35));
            HeardSong.SoundFacts told = new HeardSong.SoundFacts(sound.seconds(), audio.sampleRate(), audio.channels());
            HeardFile.write(target, HeardSong.of(sound.mono(), told, sound.loudness(), work.part(0.35, 1)));
        }

        private SongSound sound(Work work) {
            try (SoundReader reader = media.interleaved(facts, audio.sampleRate())) {
                return SongSound.of(reader, facts.duration().toDouble(), LONGEST_MINUTES * 60, work);
            }
        }

        @Override
        public HeardSong read(Path kept) throws IOException {
            return HeardFile.read(kept);
        }
    }
}
