package backbeat.app.report;

import backbeat.engine.footage.Footage.Outcome;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.Problem;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;

/** Writes the page of a made-up production into a folder, to look at. */
final class SamplePage {
    private SamplePage() {}

    public static void main(String[] folder) throws IOException {
        SampleProduction sample = new SampleProduction();
        sample.placed("A", "A001/A001C002.MOV", 1, 106)
                .placed("A", "A001/A001C003.MOV", 32, 50)
                .placed("A", "A001/A001C004.MOV", 64.5, 101)
                .placed("A", "A001/A001C009.MOV", 4.2, 29.5)
                .placed("B", "B001/B001C002.MOV", 1, 103)
                .placed("B", "B001/B001C003.MOV", 32, 49.7)
                .placed("B", "B001/B001C005.MOV", 24, 50)
                .placed("B", "B001/B001C007.MOV", 64, 106)
                .placed("B", "B001/B001C009.MOV", 46.5, 66)
                .placed("C", "C001/C001C002.MP4", 1, 22)
                .placed("C", "C001/C001C003.MP4", 31.3, 49)
                .placed("C", "C001/C001C007.MP4", 64.2, 100)
                .doubtful("A", "A001/A001C010.MOV", 54.3, 67.4)
                .doubtful("D", "D001/DJI_0001.MP4", 31.4, 50.1)
                .loopOnly("B", "B001/B001C011.MOV", 40, 46)
                .refused("D", "D001/DJI_0002.MP4", "The clip has no sound. Place it by hand, or by its timecode.");
        sample.file(
                        "C001/C001C004.MP4",
                        Outcome.UNREADABLE,
                        new Problem(
                                "media/unreadable",
                                "The file cannot be read to its end.",
                                "C001/C001C004.MP4",
                                "It was cut off while copying: 34 of 212 MB are there.",
                                "Copy it again from the card."))
                .file("C001/notes.txt", Outcome.NOT_MEDIA, null)
                .file("C001/C001C002M01.XML", Outcome.SIDE_FILE, null);
        sample.findings.add(Finding.warning(new Problem(
                "media/variable-rate",
                "The picture has no steady rate.",
                "D001/DJI_0001.MP4",
                "It was taken with a telephone.",
                "Convert it to 25 frames a second before the final edit.")));
        sample.findings.add(Finding.note(new Problem(
                "song/true-peak",
                "The song's true peak is close to full scale.",
                "",
                "",
                "Nothing to do for the cut.")));
        for (String name : new String[] {
            "rough-cut.mp4",
            "rough-cut.otio",
            "rough-cut.fcpxml",
            "rough-cut.xml",
            "rough-cut.edl",
            "song-map.json",
            "sync.json"
        }) {
            sample.written.add(name);
        }
        sample.clips.forEach(
                clip -> sample.thumbnails.put(clip.path(), picture(clip.path().hashCode())));
        Report.write(
                Path.of(folder[0]),
                sample.data(sample.cut(
                        1, 5, 9, 11, 13, 17, 19, 21, 25, 27, 29, 31, 33, 34, 35, 36, 36.5, 37, 39, 40, 41, 42, 43, 44,
                        45, 46, 47, 49, 53, 55, 57, 61, 63, 65, 66, 67, 68, 69, 71, 72, 73, 75, 77, 79, 81, 85, 89, 90,
                        91, 92, 93, 95, 97, 99, 101, 105)));
        Report.write(
                Path.of(folder[0], "bare"),
                new SampleProduction().data("Untitled", SampleProduction.withoutBeat(), null));
        many(Path.of(folder[0], "many"));
    }

    private static void many(Path folder) {
        SampleProduction sample = new SampleProduction();
        Random random = new Random(3);
        for (int i = 0; i < 400; i++) {
            double from = 1 + random.nextInt(80);
            sample.placed(
                    "" + (char) ('A' + i % 6),
                    "card" + i % 6 + "/clip" + i + ".MOV",
                    from,
                    from + 4 + random.nextInt(30));
        }
        Report.write(folder, sample.data(sample.cut(1, 9, 17, 25, 33, 41, 49, 57, 65, 73, 81, 89, 97, 105)));
    }

    private static String picture(int seed) {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(240, 135, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        Color one = Color.getHSBColor(random.nextFloat(), .7f, .5f);
        Color two = Color.getHSBColor(random.nextFloat(), .8f, .2f);
        g.setPaint(new GradientPaint(0, 0, one, 240, 135, two));
        g.fillRect(0, 0, 240, 135);
        g.setColor(Color.getHSBColor(.06f, .4f, .8f));
        int x = 70 + random.nextInt(80);
        g.fillOval(x, 30, 50, 62);
        g.setColor(new Color(20, 14, 24));
        g.fillRoundRect(x - 30, 90, 110, 80, 50, 50);
        g.dispose();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "jpg", bytes);
            return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
