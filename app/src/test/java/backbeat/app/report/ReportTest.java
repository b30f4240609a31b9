package backbeat.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.cut.RoughCut;
import backbeat.engine.footage.Footage.Outcome;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.Problem;
import backbeat.engine.song.SongMap;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Match;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final String HOSTILE = "A001/<script>alert(1)</script>\" onload='x' .MOV";
    private static final Pattern OUTSIDE = Pattern.compile(
            "(?:src|href|action|poster|data)\\s*=\\s*[\"']?\\s*(?:(?!data:image/)[a-z]+:|//)|@import|url\\((?!\"data:image/)");
    private static final Pattern HANDLER = Pattern.compile("<[^>]*\\son[a-z]+\\s*=");

    @TempDir
    Path folder;

    private String page(ReportData data) throws IOException {
        return Files.readString(Report.write(folder, data));
    }

    /** Tags with the values of their attributes emptied: text inside quotes is no attribute. */
    private static String withoutValues(String page) {
        return page.replaceAll("(?s)<script>.*</script>", "").replaceAll("\"[^\"]*\"", "\"\"");
    }

    private static SampleProduction production() {
        SampleProduction sample = new SampleProduction();
        sample.placed("A", "A001/wide.MOV", 1, 60).placed("B", "B001/close.MOV", 20, 90);
        return sample;
    }

    @Test
    void aClipWhosePlaceIsWeakIsShownAsDoubtful() throws IOException {
        SampleProduction sample = production().weak("D", "D001/short.MP4", 33, 34);
        assertThat(page(sample.data(sample.cut(1, 9, 17, 25)))).contains("Doubtful", "Its place is weak.");
    }

    @Test
    void showsHowDoubtfulAndRefusedClipsWereHeardAndPlacedOnesOnDemand() throws IOException {
        SampleProduction sample = production().doubtful("A", "A001/twice.MOV", 33, 40);
        sample.loopOnly("B", "B001/loop.MOV", 40, 46).refused("D", "D001/silent.MP4", "No sound.");
        String page = page(sample.data(null));
        String heard = page.substring(page.indexOf("id=\"heard\""));
        heard = heard.substring(0, heard.indexOf("</section>"));
        String open = heard.substring(0, heard.indexOf("<details>"));
        assertThat(open).contains("twice.MOV", "just as well from 65.1", "loop.MOV", "Refused: from 40.1 to 46.1");
        assertThat(open)
                .doesNotContain("wide.MOV")
                .containsPattern("class=\"x\" d=\"M")
                .containsPattern("class=\"l d\"");
        assertThat(heard.substring(open.length())).contains("Show 2 clips", "wide.MOV", "close.MOV", "class=\"l\"");
        assertThat(heard).doesNotContain("silent.MP4", "NaN", "Infinity");
    }

    @Test
    void evidenceThatIsNotUnderstoodIsNotDrawn() throws IOException {
        SampleProduction sample = new SampleProduction();
        sample.placed("A", "A001/wide.MOV", 1, 60);
        ClipSync known = sample.synced.removeFirst();
        Match match = known.matches().getFirst();
        Map<String, Object> odd = Map.of("blocks", List.of(List.of("1", 2, 3), List.of(1), HOSTILE), "rivals", HOSTILE);
        Match other = new Match(0, 9, 1, 10, 1, "1", "varispeed", 0, 1, 0, match.confidence(), List.of(), odd);
        sample.synced.add(known.answered("matched", null, List.of(other), "sound"));
        assertThat(page(sample.data(null))).doesNotContain("id=\"heard\"");
    }

    @Test
    void namesFromOutsideNeverBecomeMarkup() throws IOException {
        SampleProduction sample = production();
        sample.placed("<b>", HOSTILE, 1, 30).doubtful("A", "2" + HOSTILE, 3, 9).refused("A", "3" + HOSTILE, HOSTILE);
        sample.file(
                "4" + HOSTILE, Outcome.UNREADABLE, new Problem("media/unreadable", HOSTILE, HOSTILE, HOSTILE, HOSTILE));
        sample.findings.add(Finding.warning(new Problem("media/odd", HOSTILE, HOSTILE, HOSTILE, HOSTILE)));
        sample.written.add(HOSTILE);
        sample.thumbnails.put(HOSTILE, "data:image/png;base64,AA\");}</style><script>alert(1)</script>");

        String page = page(sample.data(HOSTILE, SampleProduction.map(), sample.cut(1, 9, 17, 25)));

        assertThat(page)
                .doesNotContain("<script>alert")
                .doesNotContain("<b>&lt;")
                .doesNotContain("</style><script>");
        assertThat(page.split("<script", -1)).as("the page's own script alone").hasSize(2);
        assertThat(HANDLER.matcher(withoutValues(page)).find())
                .as("event handlers")
                .isFalse();
        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void asksForNothingOutside() throws IOException {
        SampleProduction sample = production();
        sample.written.add("javascript:alert(1)");
        sample.written.add("../../elsewhere/rough-cut.edl");
        sample.thumbnails.put("A001/wide.MOV", "https://example.org/spy.png");
        sample.thumbnails.put("B001/close.MOV", "data:image/jpeg;base64,AAAA");
        Files.writeString(folder.resolve("rough-cut.mp4"), "film");

        String page = page(sample.data(sample.cut(1, 9, 17, 25)));

        assertThat(OUTSIDE.matcher(page).results().map(m -> m.group())).isEmpty();
        assertThat(page).doesNotContain("http://", "https://");
        assertThat(page)
                .contains("href=\"./javascript%3Aalert%281%29\"", "href=\"./elsewhere/rough-cut.edl\"")
                .contains("src=\"./rough-cut.mp4\"", "data:image/jpeg;base64,AAAA");
    }

    @Test
    void tellsOfEveryFile() throws IOException {
        SampleProduction sample = production();
        for (int i = 0; i < 300; i++) {
            sample.placed("C", "C001/take" + i + ".MOV", 1 + i % 90, 10 + i % 90);
            sample.file("C001/take" + i + ".XML", Outcome.SIDE_FILE, null);
        }
        sample.doubtful("D", "D001/drone.MP4", 33, 40).refused("D", "D001/mute.MP4", "It has no sound.");
        sample.file(
                "D001/broken.MP4",
                Outcome.UNREADABLE,
                new Problem("media/unreadable", "It ends too early.", "D001/broken.MP4", "", "Copy it again."));

        String page = page(sample.data(sample.cut(1, 9, 17, 25)));

        assertThat(sample.files).allSatisfy(file -> assertThat(page).contains(file.path()));
        assertThat(page).contains("Copy it again.", "It has no sound.", "or at 65.1 (.41)");
    }

    @Test
    void saysWhyEachShotWasChosenAndWhatWouldHaveBeenNext() throws IOException {
        SampleProduction sample = production();

        String page = page(sample.data(sample.cut(1, 25, 41, 95, 105)));

        assertThat(page).contains("the chorus starts: a wider picture", "steadier than take 2");
        assertThat(page).contains("title=\"A001/wide.MOV\">wide</bdi></td></tr>");
        assertThat(page).contains("no clip shows this part of the song", ">Black<");
        assertThat(page)
                .contains("data-step", "aria-valuetext")
                .containsOnlyOnce("id=\"shot-1\"")
                .contains("id=\"shot-4\"");
    }

    @Test
    void namesTheGaps() throws IOException {
        SampleProduction sample = new SampleProduction();
        sample.placed("A", "a.MOV", 1, 33).placed("A", "b.MOV", 41, 106);

        assertThat(page(sample.data(sample.cut(1, 33))))
                .contains("There is no picture at 0:00.00 – 1.1 and 33.1 – 41.1.");
    }

    @Test
    void isUsefulWithoutABeatAndWithoutACut() throws IOException {
        SampleProduction sample = new SampleProduction();
        sample.refused("A", "A001/talk.MOV", "The song is not heard in this clip.");

        String page = page(sample.data("Untitled", SampleProduction.withoutBeat(), null));

        assertThat(page).contains("The onsets follow no common period.", "There is no cut", "1:35.00");
        assertThat(page).contains("The song is not heard in this clip.").doesNotContain("id=\"film\"", "NaN");
    }

    @Test
    void whatManyClipsShareIsToldOnceWithThePlacesBelowTheFootageFolder() throws IOException {
        SampleProduction sample = production();
        for (int i = 0; i < 200; i++) {
            sample.findings.add(Finding.note(new Problem(
                    "media/odd", "The colours are not told.", "/footage/A001/" + i + ".MOV", "", "Look at them.")));
            sample.file(
                    "B001/" + i + ".MOV",
                    Outcome.SILENT,
                    new Problem("footage/no-sound", "It has no sound.", "", "", "Place it by hand."));
        }

        String page = page(sample.data(sample.cut(1, 25)));
        String look = page.substring(page.indexOf("id=\"look\""), page.indexOf("id=\"clips\""));

        assertThat(look).containsOnlyOnce("The colours are not told.").containsOnlyOnce("It has no sound.");
        assertThat(look)
                .contains("and 197 more", ">A001/0.MOV<", ">B001/199.MOV<")
                .doesNotContain("/footage/");
    }

    @Test
    void theFilmShowsAPictureBeforeItPlays() throws IOException {
        Files.createFile(folder.resolve("rough-cut.mp4"));
        assertThat(page(production().data(production().cut(1, 25))))
                .contains(" poster=\"" + SampleProduction.POSTER + "\"");
    }

    @Test
    void findingsOfEveryPartAppearOnce() throws IOException {
        SampleProduction sample = production();
        Finding finding = Finding.note(new Problem("cut/short", "The cut ends early.", "", "", "Add a clip."));
        sample.findings.addAll(List.of(finding, finding));

        assertThat(page(sample.data(null))).containsOnlyOnce("The cut ends early.");
    }

    private static String panel(String page, String id) {
        int from = page.indexOf("id=\"" + id + "\"");
        return page.substring(from, page.indexOf("</section>", from));
    }

    @Test
    void aShotShowsAPictureOfItsOwn() throws IOException {
        SampleProduction sample = production();
        sample.thumbnails.put("A001/wide.MOV", "data:image/jpeg;base64,AAAA");
        sample.shotPictures.put(0, "data:image/jpeg;base64,BBBB");
        sample.shotPictures.put(1, "https://example.org/spy.png");

        String page = page(sample.data(sample.cut(1, 9, 17)));

        assertThat(page).contains(".pic-shot-0{background-image:url(\"data:image/jpeg;base64,BBBB\")}");
        assertThat(panel(page, "cut")).contains("pic-shot-0").doesNotContain("pic-shot-1");
        assertThat(page).doesNotContain("example.org");
    }

    @Test
    void everyFileSaysWhatBecameOfIt() throws IOException {
        SampleProduction sample = new SampleProduction();
        sample.placed("A", "in.MOV", 1, 106);
        RoughCut cut = sample.cut(1, 106);
        sample.placed("B", "B001/B001C009.MOV", 1, 60)
                .doubtful("C", "either.MOV", 33, 40)
                .refused("D", "talk.MOV", "The song is not heard in this clip.");

        String files = panel(page(sample.data(cut)), "files");

        assertThat(files.replaceAll("<[^>]+>", "|").replaceAll("\\|+", "|"))
                .contains("|in.MOV|In the cut|")
                .contains("|B001/B001C009.MOV|On the song, not in the cut|always darker")
                .contains("|either.MOV|In doubt, not in the cut|The same music")
                .contains("|talk.MOV|Refused|The song is not heard in this clip.|")
                .doesNotContain("Used");
    }

    @Test
    void clipsAndOtherFilesAreCountedOnce() throws IOException {
        SampleProduction sample = production().refused("C", "mute.MOV", "It has no sound.");
        Problem broken = new Problem("media/unreadable", "It ends too early.", "", "", "Copy it again.");
        sample.synced.add(new ClipSync("broken.MOV", 0.0, "unmatched", null, List.of(), null));
        sample.file("broken.MOV", Outcome.UNREADABLE, broken).file("still.JPG", Outcome.NOT_MEDIA, broken);

        assertThat(page(sample.data(null)))
                .contains("2 of 3 clips stand on the song. 1 was refused. 2 other files were not used.");
    }

    @Test
    void namesOtherReadingsOfTheTempoOnlyWhereTheyAreLikelyAndWhatTheyAreCalled() throws IOException {
        SongMap map = SampleProduction.map(List.of(
                new SongMap.Alternative("double", 222.22, -4.21, 0, 4, 0.4),
                new SongMap.Alternative("half", 75, -.2, 0, 4, 0.4),
                new SongMap.Alternative("half", 56.02, -.8, 0, 4, 0.4)));

        assertThat(page(production().data("Song", map, null)))
                .contains("half: 56.02 bpm, 4 beats a bar (.22)")
                .doesNotContain("222.22", "75.00");
    }

    @Test
    void tellsWhatWasPlannedAgainstWhatWasCut() throws IOException {
        SampleProduction sample = production();
        assertThat(page(sample.data(sample.cut(1, 9, 17, 25))))
                .contains("Planned and cut", "1 of 2 rows as planned", "bars 25-32", "no footage");
    }
}
