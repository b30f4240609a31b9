package backbeat.engine.looks;

import backbeat.engine.derive.Derivation;
import backbeat.engine.derive.JsonFile;
import backbeat.engine.derive.Key;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Clip;
import backbeat.engine.media.AudioFacts;
import backbeat.engine.media.Media;
import backbeat.engine.media.SmallFrames;
import backbeat.engine.media.SoundReader;
import backbeat.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks through one clip. Kept by content. */
record Watching(Clip clip, Depth depth, Media media) implements Derivation<Course> {
    private static final int VERSION = 5;
    private static final int LONG_SIDE = 640;
    private static final int BLOCK = 1 << 15;
    private static final int PROGRESS_EVERY = 50;

    @Override
    public Key key() {
        return Key.of("looks", VERSION)
                .with("clip", clip.fingerprint())
                .with("depth", depth)
                .with("ffmpeg", media.version());
    }

    @Override
    public void derive(Path target, Work work) throws IOException {
        double seconds = clip.facts().duration().toDouble();
        List<Frame> frames = frames(seconds, work);
        JsonFile.write(target, new Gathering(frames, seconds).course(depth == Depth.EVERY_FRAME, clippedSound(work)));
    }

    @Override
    public Course read(Path kept) throws IOException {
        return JsonFile.read(kept, Course.class);
    }

    private List<Frame> frames(double seconds, Work work) {
        List<Frame> seen = new ArrayList<>();
        Eye eye = new Eye(depth == Depth.EVERY_FRAME);
        try (SmallFrames frames = media.smallFrames(clip.facts(), LONG_SIDE, depth.frames(), work)) {
            byte[] bytes = new byte[frames.width() * frames.height()];
            while (frames.read(bytes)) {
                seen.add(eye.look(Picture.of(bytes, frames.width(), frames.height()), frames.seconds()));
                if (seen.size() % PROGRESS_EVERY == 0) {
                    work.progress(frames.seconds() / seconds, "looking at " + clip.name());
                }
            }
        }
        work.stopIfCancelled();
        return seen;
    }

    /** A sound that cannot be decoded is told where clips are placed. */
    private List<Course.Stretch> clippedSound(Work work) {
        AudioFacts audio = clip.facts().audio();
        if (audio == null) {
            return List.of();
        }
        try (SoundReader sound = media.interleaved(clip.facts(), audio.sampleRate())) {
            ClippedSound clipped = new ClippedSound(sound.sampleRate(), sound.channels());
            float[] block = new float[BLOCK * sound.channels()];
            for (int count = sound.readFully(block); count > 0; count = sound.readFully(block)) {
                work.stopIfCancelled();
                clipped.hear(block, count);
            }
            return clipped.stretches();
        } catch (ProblemException undecodable) {
            return List.of();
        }
    }
}
