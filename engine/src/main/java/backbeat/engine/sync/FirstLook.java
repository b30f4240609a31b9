package backbeat.engine.sync;

import backbeat.engine.derive.Derivation;
import backbeat.engine.derive.JsonFile;
import backbeat.engine.derive.Key;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Clip;
import backbeat.engine.media.Media;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * Which of several songs a clip clearly holds at speed 1, told by a few blocks of its first minutes; kept by content.
 *
 * @param songFingerprints of the songs in their order
 * @param songs asked for only when the clip was not looked at before
 */
record FirstLook(List<String> songFingerprints, Clip clip, Media media, Supplier<List<SongSpectra>> songs)
        implements Derivation<Integer> {
    static final int NONE = -1;
    private static final int VERSION = 1;
    private static final int BLOCKS = 16;
    private static final double MOST_SECONDS = 300;

    @Override
    public Key key() {
        return Key.of("first-look", VERSION)
                .with("songs", String.join(" ", songFingerprints))
                .with("clip", clip.fingerprint())
                .with("ffmpeg", media.version());
    }

    @Override
    public void derive(Path target, Work work) throws IOException {
        JsonFile.write(target, look(work));
    }

    @Override
    public Integer read(Path kept) throws IOException {
        return JsonFile.read(kept, Integer.class);
    }

    private int look(Work work) {
        Sound sound = Sound.of(SongSound.mono(media, clip.facts(), MOST_SECONDS));
        List<Blocks.Block> blocks = Blocks.spread(Blocks.of(sound).all(), BLOCKS);
        int best = NONE;
        double highest = 0;
        for (int song = 0; song < songs.get().size() && !blocks.isEmpty(); song++) {
            SongSpectra spectra = songs.get().get(song);
            Hearing hearing = new Hearing(sound.seconds(), speed -> spectra, work::stopIfCancelled);
            Judged judged = Judged.of(hearing.everywhere(Speed.ONE, blocks));
            if (judged.standsOut() && judged.isClear() && judged.best().score() > highest) {
                best = song;
                highest = judged.best().score();
            }
        }
        return best;
    }
}
