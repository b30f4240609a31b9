package backbeat.app.demo;

import backbeat.app.demo.Score.Section;
import backbeat.app.demo.Take.Camera;
import backbeat.app.demo.Take.Heard;
import backbeat.engine.derive.Work;
import backbeat.engine.media.Media;
import backbeat.engine.time.Rate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A production of some seconds, for tests of the whole program. */
public final class TinyShoot {
    private TinyShoot() {}

    /** Makes {@code song.wav} and {@code cards/} in a folder. */
    public static void make(Path folder, Media media) throws IOException {
        DemoProduction.make(DemoPlan.tiny(), folder, 1, media, Work.quiet());
    }

    /** Two cameras on half a minute of song, and a third whose one bar drowns in noise, so that its place is doubtful. */
    public static void makeWithDoubt(Path folder, Media media) throws IOException {
        List<Section> form = List.of(
                new Section("verse", 1, 4, 0.6), new Section("chorus", 5, 4, 0.95), new Section("verse", 9, 2, 0.6));
        List<Take> takes = List.of(
                take("A/A_CAM/A001C001.MP4", Camera.A, Rate.FPS_25, 0, 11, 20),
                take("B/B_CAM/B001C001.MP4", Camera.B, Rate.FPS_23_976, 0, 11, 20),
                take("C/C_CAM/C001C001.MP4", Camera.C, Rate.FPS_25, 5, 6, -9.5));
        DemoProduction.make(new DemoPlan(form, takes, 320, 180, 30), folder, 1, media, Work.quiet());
    }

    private static Take take(String path, Camera camera, Rate rate, int fromBar, int toBar, double noise) {
        return new Take(path, camera, 1, rate, Heard.THE_SONG, 0.5, fromBar, toBar, 0.3, 1, 40, noise, 1);
    }
}
