package backbeat.app.demo;

import backbeat.engine.derive.Work;
import backbeat.engine.media.Media;
import java.io.IOException;
import java.nio.file.Path;

/** A production of some seconds, for tests of the whole program. */
public final class TinyShoot {
    private TinyShoot() {}

    /** Makes {@code song.wav} and {@code cards/} in a folder. */
    public static void make(Path folder, Media media) throws IOException {
        DemoProduction.make(DemoPlan.tiny(), folder, 1, media, Work.quiet());
    }
}
