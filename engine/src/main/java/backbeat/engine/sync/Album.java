package backbeat.engine.sync;

import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Clip;
import backbeat.engine.footage.Footage;
import backbeat.engine.media.Media;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.sync.SyncResult.ClipSync;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Several songs of one day: each clip finds its song. A first look at a few blocks of each clip tells most clips' song; there it is placed. Only what that leaves
 * unexplained is tried on the others.
 */
public final class Album {
    private static final double LOOK_SHARE = 0.1;

    /** A song that can be decoded. */
    public record Song(Path file, MediaFacts facts) {
        String name() {
            return String.valueOf(file.getFileName());
        }
    }

    private final Media media;
    private final Vault vault;
    private final List<Song> songs;

    public Album(Media media, Vault vault, List<Song> songs) {
        this.media = media;
        this.vault = vault;
        this.songs = songs;
    }

    /**
     * One result for each song, in their order; every file that was given stands in each.
     *
     * @param songAt one for each song, in their order, or none
     * @throws ProblemException when there is another number of them
     */
    public List<SyncResult> sync(Footage footage, List<SongAt> songAt, Work work) {
        AlbumTimecode.refuseUnpaired(songAt, songs.size());
        Map<String, Integer> looks = look(footage, work.part(0, LOOK_SHARE));
        Claims claims = new Claims(songs.stream().map(Song::name).toList());
        List<SyncResult> atFirst = new ArrayList<>();
        for (int song = 0; song < songs.size(); song++) {
            int asked = song;
            List<Clip> clips = footage.clips().stream()
                    .filter(clip -> looks.getOrDefault(clip.path(), FirstLook.NONE) == asked)
                    .toList();
            SyncResult result = hear(song, with(footage, clips, footage.files()), step(work, song));
            claims.add(song, result);
            atFirst.add(result);
        }
        for (int song = 0; song < songs.size(); song++) {
            int asked = song;
            List<Clip> clips = footage.clips().stream()
                    .filter(clip -> !claims.isHeardAt(asked, clip.path()) && !claims.isExplained(clip.path()))
                    .toList();
            claims.add(song, hear(song, with(footage, clips, List.of()), step(work, songs.size() + song)));
        }
        List<SyncResult> settled = IntStream.range(0, songs.size())
                .mapToObj(song -> told(atFirst.get(song), song, footage, claims))
                .toList();
        return new AlbumTimecode(songs.stream().map(Song::name).toList(), footage.clips()).placed(settled, songAt);
    }

    private Work step(Work work, int step) {
        double share = (1 - LOOK_SHARE) / (2 * songs.size());
        return work.part(LOOK_SHARE + step * share, LOOK_SHARE + (step + 1) * share);
    }

    private static Footage with(Footage footage, List<Clip> clips, List<Footage.FileOutcome> files) {
        return new Footage(footage.folder(), footage.cards(), clips, files, List.of());
    }

    private SyncResult hear(int song, Footage footage, Work work) {
        return new Sync(media, vault)
                .heard(songs.get(song).file(), songs.get(song).facts(), footage, work);
    }

    private static SyncResult told(SyncResult atFirst, int song, Footage footage, Claims claims) {
        List<ClipSync> clips = new ArrayList<>(atFirst.clips().stream()
                .filter(clip ->
                        footage.clips().stream().noneMatch(known -> known.path().equals(clip.path())))
                .toList());
        for (Clip clip : footage.clips()) {
            clips.add(claims.settled(song, clip.path(), clip.facts().duration().toDouble()));
        }
        clips.sort(Comparator.comparing(ClipSync::path));
        return new SyncResult(atFirst.contract(), atFirst.song(), clips, List.of(), List.of(), claims.findings(song));
    }

    /** The song that each clip clearly holds, by clip path. */
    private Map<String, Integer> look(Footage footage, Work work) {
        List<String> fingerprints =
                songs.stream().map(song -> Sync.fingerprint(song.file())).toList();
        SpectraOnDemand spectra = new SpectraOnDemand();
        Map<String, Integer> looks = new HashMap<>();
        for (Clip clip : footage.clips()) {
            work.progress((double) looks.size() / footage.clips().size(), "looking for the song of " + clip.name());
            looks.put(
                    clip.path(),
                    clip.hasSound()
                            ? look(new FirstLook(fingerprints, clip, media, spectra::get), work)
                            : FirstLook.NONE);
        }
        return looks;
    }

    private int look(FirstLook look, Work work) {
        try {
            return vault.get(look, work);
        } catch (ProblemException e) {
            return FirstLook.NONE; // told by the sync that follows
        }
    }

    /** What a first look needs of the songs, and no more: ten of them must fit into memory. */
    private final class SpectraOnDemand {
        private @Nullable List<SongSpectra> spectra;

        synchronized List<SongSpectra> get() {
            if (spectra == null) {
                spectra = songs.stream()
                        .map(song -> Sound.of(SongSound.mono(media, song.facts())))
                        .map(sound -> new SongSpectra(sound, Speed.ONE))
                        .toList();
            }
            return spectra;
        }
    }
}
