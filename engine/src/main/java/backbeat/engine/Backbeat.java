package backbeat.engine;

import backbeat.engine.cut.CutMaterial;
import backbeat.engine.cut.CutPlanner;
import backbeat.engine.cut.CutWishes;
import backbeat.engine.cut.RoughCut;
import backbeat.engine.cut.Style;
import backbeat.engine.cut.Styles;
import backbeat.engine.derive.Fingerprint;
import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Clip;
import backbeat.engine.footage.Footage;
import backbeat.engine.footage.FootageScan;
import backbeat.engine.interchange.Format;
import backbeat.engine.interchange.Interchange;
import backbeat.engine.lipsync.LipSync;
import backbeat.engine.looks.Depth;
import backbeat.engine.looks.FootageLooks;
import backbeat.engine.looks.Looking;
import backbeat.engine.lyrics.Lyrics;
import backbeat.engine.lyrics.VocalOnsets;
import backbeat.engine.media.AudioFacts;
import backbeat.engine.media.Media;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.MediaLimits;
import backbeat.engine.media.Peaks;
import backbeat.engine.media.Previews;
import backbeat.engine.media.Probes;
import backbeat.engine.media.Proxies;
import backbeat.engine.playback.PlaybackFile;
import backbeat.engine.playback.PlaybackOrder;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.problem.SongProblems;
import backbeat.engine.render.Film;
import backbeat.engine.render.FilmOrder;
import backbeat.engine.render.FilmPlan;
import backbeat.engine.render.Render;
import backbeat.engine.shotlist.ShotList;
import backbeat.engine.song.CarriedMap;
import backbeat.engine.song.Corrections;
import backbeat.engine.song.SongAnalysis;
import backbeat.engine.song.SongExplanation;
import backbeat.engine.song.SongMap;
import backbeat.engine.songfile.SongFiles;
import backbeat.engine.songfile.SongFormat;
import backbeat.engine.sync.Album;
import backbeat.engine.sync.Listening;
import backbeat.engine.sync.SongAt;
import backbeat.engine.sync.Sync;
import backbeat.engine.sync.SyncExplanation;
import backbeat.engine.sync.SyncResult;
import backbeat.engine.take.SlateLog;
import backbeat.engine.take.Takes;
import backbeat.engine.time.Rational;
import backbeat.engine.timeline.MediaReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The main job as a sentence: from a song and a folder of footage to a cut video.
 *
 * <pre>{@code
 * Backbeat backbeat = Backbeat.open(workFolder, 20L << 30, null);
 * Backbeat.Song song = backbeat.song(Path.of("song.wav"), work);
 * SongMap map = backbeat.analyse(song, work);
 * Footage footage = backbeat.ingest(Path.of("cards"), work);
 * SyncResult sync = backbeat.sync(song, footage, work);
 * RoughCut cut = backbeat.cut(song, map, footage, sync);
 * backbeat.render(cut, song, Path.of("rough-cut.mp4"), work);
 * }</pre>
 *
 * <p>Every step throws a {@link backbeat.engine.problem.ProblemException} for what a person can mend and keeps what it computed in the work folder's vault, so
 * that asking again costs nothing. Originals are only read. An instance may be shared by threads.
 */
public final class Backbeat {
    /** A song that can be decoded. */
    public record Song(Path file, Fingerprint fingerprint, MediaFacts facts) {}

    private final Media media;
    private final Vault vault;

    private final List<Path> ownFolders;

    private Backbeat(Media media, Vault vault, List<Path> ownFolders) {
        this.media = media;
        this.vault = vault;
        this.ownFolders = ownFolders;
    }

    /**
     * Opens a work folder: the vault and the bundled FFmpeg live in it. Results that were not used for longest are forgotten when the vault is over its limit.
     *
     * @param vaultBytes limit of the vault
     * @param ffmpeg another FFmpeg than the bundled one; null for the bundled one
     */
    public static Backbeat open(Path workFolder, long vaultBytes, @Nullable Path ffmpeg) {
        return open(workFolder, vaultBytes, ffmpeg, MediaLimits.standard());
    }

    /** @param limits of each FFmpeg process */
    public static Backbeat open(Path workFolder, long vaultBytes, @Nullable Path ffmpeg, MediaLimits limits) {
        Path kept = workFolder.resolve("vault");
        Path tools = workFolder.resolve("ffmpeg");
        Vault vault = Vault.open(kept, vaultBytes);
        vault.trim();
        return new Backbeat(Media.open(tools, ffmpeg, limits), vault, List.of(kept, tools));
    }

    public Media media() {
        return media;
    }

    /** Looks at a song file; refuses one that has no sound or is too long to be a song. */
    public Song song(Path file, Work work) {
        Path whole = file.toAbsolutePath();
        Fingerprint fingerprint = fingerprint(whole);
        MediaFacts facts = new Probes(media, vault).facts(whole, fingerprint, work);
        SongAnalysis.refuseWhatIsNoSong(whole, facts);
        return new Song(whole, fingerprint, facts);
    }

    private static Fingerprint fingerprint(Path song) {
        try {
            return Fingerprint.of(song);
        } catch (IOException e) {
            throw new ProblemException(SongProblems.songUnreadable(song.toString()), e);
        }
    }

    /** The song's outline, for drawing. */
    public Peaks outline(Song song, int columnsPerSecond, Work work) {
        return new Previews(media, vault).outline(song.facts(), song.fingerprint(), columnsPerSecond, work);
    }

    /** A small picture from the middle of a clip, as JPEG. */
    public byte[] picture(Clip clip, int widthMax, Work work) {
        return new Previews(media, vault).picture(clip.facts(), clip.fingerprint(), widthMax, work);
    }

    /** A small picture of what a clip shows at a clip time, as JPEG. */
    public byte[] picture(Clip clip, Rational clipSeconds, int widthMax, Work work) {
        return new Previews(media, vault).picture(clip.facts(), clip.fingerprint(), clipSeconds, widthMax, work);
    }

    /** A clip as browsers play it frame by frame: a small copy, or the clip itself where that serves. */
    public Path proxy(Clip clip, Work work) {
        return Proxies.playsAsItIs(clip.facts())
                ? clip.media()
                : new Proxies(media, vault).of(clip.facts(), clip.fingerprint(), work);
    }

    public SongMap analyse(Song song, Work work) {
        return new SongAnalysis(media, vault).analyse(song.file(), song.facts(), work);
    }

    /** The map that agrees with what was said of the song; the sound is listened to once, whatever is said. */
    public SongMap analyse(Song song, Corrections said, Work work) {
        return new SongAnalysis(media, vault).analyse(song.file(), song.facts(), said, work);
    }

    /** Why a song has the map that it has. */
    public SongExplanation explain(Song song, Corrections said, Work work) {
        return new SongAnalysis(media, vault).explain(song.file(), song.facts(), said, work);
    }

    /** Puts lines of lyrics onto the singing where it can be heard clearly. */
    public VocalOnsets.Snapped snap(Lyrics lyrics, Song song, Work work) {
        return VocalOnsets.of(media, song.facts(), work).snapped(lyrics);
    }

    /** Takes the map of a song over to another version of it: what its analysis should hold to, and what became of everything. */
    public CarriedMap carry(SongMap map, Song old, Song version, Work work) {
        return new SongAnalysis(media, vault)
                .carry(map, old.file(), old.facts(), version.file(), version.facts(), work);
    }

    /**
     * Writes a song map as a file of another program.
     *
     * @param song whose sound an editing program's project shows; null where only the map is at hand
     * @return the files that were written
     */
    public List<Path> export(SongMap map, @Nullable Song song, SongFormat format, SongFiles.Order order, Path file) {
        SongFiles files = new SongFiles(map, order);
        return switch (format) {
            case FCPXML -> new Interchange().write(files.timeline(referenceTo(song)), Format.FCPXML, file);
            case PREMIERE_XML -> new Interchange().write(files.timeline(referenceTo(song)), Format.PREMIERE_XML, file);
            default -> {
                files.write(format, file);
                yield List.of(file);
            }
        };
    }

    private static @Nullable MediaReference referenceTo(@Nullable Song song) {
        AudioFacts sound = song == null ? null : song.facts().audio();
        return song == null || sound == null
                ? null
                : new MediaReference(
                        song.file(),
                        Rational.ZERO,
                        song.facts().duration(),
                        null,
                        null,
                        0,
                        0,
                        sound.sampleRate(),
                        sound.channels(),
                        List.of());
    }

    public Footage ingest(Path folder, Work work) {
        return new FootageScan(media, vault).scan(folder.toAbsolutePath(), ownFolders, work);
    }

    /** What clips look like, clip by clip: {@link #looks} finds what was looked at. */
    public Looking looking() {
        return new Looking(media, vault);
    }

    /** What the clips look like: faults, quality, motion. */
    public FootageLooks looks(Footage footage, Depth depth, Work work) {
        return new Looking(media, vault).at(footage, depth, work);
    }

    /** Hears clips one by one, for processes that share the work: {@link #sync} finds what was heard. */
    public Listening listening(Song song) {
        return new Sync(media, vault).listening(song.file(), song.facts());
    }

    public SyncResult sync(Song song, Footage footage, Work work) {
        return sync(song, footage, List.of(), work);
    }

    /** @param songAt timecodes of the song's start that playback carried */
    public SyncResult sync(Song song, Footage footage, List<SongAt> songAt, Work work) {
        return sync(song, footage, songAt, SlateLog.none(), work);
    }

    /** @param slate what a person wrote down of the takes */
    public SyncResult sync(Song song, Footage footage, List<SongAt> songAt, SlateLog slate, Work work) {
        SyncResult alone = new Sync(media, vault).sync(song.file(), song.facts(), footage, songAt, work.part(0, 0.95));
        SyncResult told = new Takes(media, vault).tell(alone, footage, slate, work.part(0.95, 0.98));
        return told.withFindings(new LipSync(media, vault).findings(footage, work.part(0.98, 1)));
    }

    /**
     * Why one clip stands where its own sound says, or nowhere.
     *
     * @param path by which the clip is told
     */
    public SyncExplanation explain(Song song, Path clip, String path, Work work) {
        MediaFacts facts = new FootageScan(media, vault).facts(clip, work);
        return new Sync(media, vault).explain(song.file(), song.facts(), path, facts, work);
    }

    /** Several songs, an album's day: one result for each, in their order. */
    public List<SyncResult> syncAlbum(
            List<Song> songs, Footage footage, List<SongAt> songAt, SlateLog slate, Work work) {
        List<Album.Song> files = songs.stream()
                .map(song -> new Album.Song(song.file(), song.facts()))
                .toList();
        List<SyncResult> alone = new Album(media, vault, files).sync(footage, songAt, work.part(0, 0.95));
        Takes takes = new Takes(media, vault);
        List<Finding> lips = new LipSync(media, vault).findings(footage, work.part(0.95, 0.96));
        return alone.stream()
                .map(each ->
                        takes.tell(each, footage, slate, work.part(0.96, 1)).withFindings(lips))
                .toList();
    }

    public RoughCut cut(Song song, SongMap map, Footage footage, SyncResult sync) {
        return cut(song, map, footage, sync, FootageLooks.NONE, ShotList.NONE, Styles.standard(), CutWishes.NONE);
    }

    /**
     * @param looks of as many clips as were looked at
     * @param plan what people want to show on the bars of the song: a strong wish
     * @param wishes what people want of this cut: it is held to
     */
    public RoughCut cut(
            Song song,
            SongMap map,
            Footage footage,
            SyncResult sync,
            FootageLooks looks,
            ShotList plan,
            Style style,
            CutWishes wishes) {
        CutMaterial material = new CutMaterial(song.file(), song.facts(), map, footage, sync, looks, plan);
        return new CutPlanner(material, style, wishes).cut();
    }

    /** @return the files that were written: mostly {@code file} alone */
    public List<Path> write(RoughCut cut, Format format, Path file) {
        return new Interchange().write(cut.timeline(), format, file);
    }

    /** All that somebody should know of a run, each once: of the cut, the clips, their sync, and what the written files cannot hold. */
    public List<Finding> findings(Footage footage, SyncResult sync, RoughCut cut, Collection<Format> written) {
        Set<Finding> all = new LinkedHashSet<>(cut.findings());
        all.addAll(footage.findings());
        all.addAll(sync.findings());
        written.forEach(format -> all.addAll(new Interchange().findings(cut.timeline(), format)));
        return List.copyOf(all);
    }

    public Path render(RoughCut cut, Song song, Path out, Work work) {
        return new Render(media, vault).render(cut.timeline(), song.file(), out, work);
    }

    /** Makes a film of any timeline. */
    public Film render(FilmOrder order, Work work) {
        return new Render(media, vault).render(order, work);
    }

    /** Plans a film that several processes make together; what is planned is made by {@link FilmPlan}. */
    public FilmPlan plan(FilmOrder order, Work work) {
        return new Render(media, vault).plan(order, work);
    }

    /** Writes the file that is played on the set: count-in and song on the left, timecode on the right. */
    public PlaybackFile.Written playback(Song song, SongMap map, PlaybackOrder order, Path file, Work work) {
        return new PlaybackFile(media).write(song.facts(), map, order, file, work);
    }

    /** Forgets old results after a job that made many. */
    public void tidy() {
        vault.trim();
    }
}
