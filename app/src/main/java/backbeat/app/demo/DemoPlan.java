package backbeat.app.demo;

import backbeat.app.demo.Score.Section;
import backbeat.app.demo.Take.Camera;
import backbeat.app.demo.Take.Heard;
import backbeat.engine.time.Rate;
import java.util.List;
import java.util.Random;

/** What is to be made: the song's form, the takes, the size of the picture. */
record DemoPlan(List<Section> form, List<Take> takes, int width, int height, int quality) {
    private static final String A = "A/A_CAM/PRIVATE/M4ROOT/CLIP/";
    private static final String B = "B/B_CAM/DCIM/100MEDIA/";
    private static final String C = "C/C_CAM/PRIVATE/M4ROOT/CLIP/";

    /** The file that holds no media at all. */
    String brokenPath() {
        return C + "C001C004.MP4";
    }

    static DemoPlan full(long seed) {
        Random chance = new Random(seed);
        double a = 31 + chance.nextInt(10);
        double b = -(40 + chance.nextInt(10));
        double c = 52 + chance.nextInt(8);
        List<Section> form = List.of(
                new Section("intro", 1, 4, 0.35),
                new Section("verse", 5, 4, 0.6),
                new Section("chorus", 9, 4, 0.95),
                new Section("verse", 13, 4, 0.7),
                new Section("chorus", 17, 6, 1),
                new Section("outro", 23, 2, 0.45));
        Rate film = Rate.FPS_23_976;
        Rate pal = Rate.FPS_25;
        List<Take> takes = List.of(
                new Take(A + "A001C001.MP4", Camera.A, 1, pal, Heard.THE_SONG, 5.237, 0, 25, 1.6, 1, a, 16, 1),
                new Take(A + "A001C002.MP4", Camera.A, 2, pal, Heard.THE_SONG, 3.381, 0, 14, 1.1, 1, a, 12, 0.8),
                new Take(A + "A001C003.MP4", Camera.A, 3, pal, Heard.NOTHING, 2.4, 9, 12, 0.8, 1, a, 99, 0),
                new Take(B + "B001C001.MOV", Camera.B, 1, film, Heard.THE_SONG, 4.119, 0, 25, 1.9, 1, b, 20, 0.9),
                new Take(B + "B001C002.MOV", Camera.B, 2, film, Heard.THE_SONG, 2.913, 9, 18, 1.2, 1, b, 14, 0.9),
                new Take(B + "B001C003.MOV", Camera.B, 3, Rate.FPS_50, Heard.THE_SONG, 2.771, 9, 23, 0.9, 2, b, 13, 1),
                new Take(C + "C001C001.MP4", Camera.C, 1, pal, Heard.THE_SONG, 6.043, 0, 25, 1.3, 1, c, 8, 0.12),
                new Take(C + "C001C002.MP4", Camera.C, 2, pal, Heard.THE_SONG, 3.617, 13, 25, 1.7, 1, c, 10, 1),
                new Take(C + "C001C003.MP4", Camera.C, 3, pal, Heard.ANOTHER_SONG, 2.8, 0, 6, 0.9, 1, c, 15, 1));
        return new DemoPlan(form, takes, 640, 360, 27);
    }

    /** One of each kind, some seconds long. */
    static DemoPlan tiny() {
        List<Section> form = List.of(new Section("verse", 1, 1, 0.6), new Section("chorus", 2, 1, 0.95));
        List<Take> takes = List.of(
                new Take(A + "A001C001.MP4", Camera.A, 1, Rate.FPS_25, Heard.THE_SONG, 0.5, 0, 3, 0.3, 1, 40, 20, 1),
                new Take(B + "B001C001.MOV", Camera.B, 1, Rate.FPS_50, Heard.THE_SONG, 0.4, 2, 3, 0.2, 2, -40, 20, 1),
                new Take(A + "A001C002.MP4", Camera.A, 2, Rate.FPS_25, Heard.NOTHING, 0.2, 1, 2, 0.2, 1, 0, 20, 0));
        return new DemoPlan(form, takes, 160, 90, 30);
    }
}
