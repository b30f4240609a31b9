package backbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backbeat.app.demo.TinyShoot;
import backbeat.engine.interchange.ForeignFile;
import backbeat.engine.interchange.ForeignFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the studio is for, in browsers alone: from an empty home to a guest's yes and the editor's file, with an owner at a desk, a director and a guest with phones. */
class WholePathTest {
    private static final Duration WORK = Duration.ofMinutes(2);

    @Test
    void fromAnEmptyHomeToAGuestsApprovalAndTheEditorsFile() throws Exception {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "there is no Chromium on this machine");
        try (OpenStudio open = OpenStudio.open();
                Chromium desk = Chromium.start(program.orElseThrow(), open.folder.resolve("desk"));
                Chromium phone = Chromium.start(program.orElseThrow(), open.folder.resolve("phone"))) {
            Path shoot = open.folder.resolve("shoot");
            TinyShoot.makeWithDoubt(shoot, FrameCode.media());
            desk.looks(1440, 900, "dark");
            phone.looks(390, 844, "light");
            String base = "http://127.0.0.1:" + open.server.port();
            becomeOwner(desk, base, open.studio.startCode().text());
            makeProduction(desk);
            bringSongAndFootage(desk, shoot);
            String home = desk.run("location.pathname").asString();
            joinByLink(desk, phone, home);
            splitASection(desk, base + home);
            acceptTheDoubtfulPlace(desk, base + home);
            changeTheCut(desk, base + home);
            render(desk);
            String link = linkForAGuest(desk, base + home);
            watchCommentAndApprove(phone, link);
            seeWhatTheGuestSaid(desk, base + home);
            takeThePremiereFile(desk, base + home, open.folder.resolve("taken"));
            assertThat(desk.complaints()).isEmpty();
            assertThat(phone.complaints()).isEmpty();
        }
    }

    private static void becomeOwner(Chromium desk, String base, String code) throws Exception {
        desk.open(base + "/");
        desk.keepPicture("01-first");
        desk.type("#code", code);
        desk.type("#name", "Olga Owner");
        desk.type("#email", "owner@example.org");
        desk.type("#password", OpenStudio.PASSWORD);
        desk.follow("form[action='/first'] button");
        desk.keepPicture("02-empty");
    }

    private static void makeProduction(Chromium desk) throws Exception {
        desk.follow("main a[href='/productions/new']");
        desk.type("#name", "Low Tide Neon");
        desk.type("#artist", "Ada Ferrow");
        desk.keepPicture("03-new");
        desk.follow("form[action='/productions'] button.pri");
        desk.keepPicture("04-home");
    }

    private static void bringSongAndFootage(Chromium desk, Path shoot) throws Exception {
        desk.choose("file-drop[data-action$='/uploads/song'] input", shoot.resolve("song.wav"));
        desk.until("the song", "document.querySelector('main a[href$=\"/song\"].btn')");
        desk.run("document.querySelector('#folder').closest('details').open = true");
        desk.type("#folder", shoot.resolve("cards").toString());
        desk.follow("form:has(#folder) button");
        desk.until(
                "work that tells how far it is",
                WORK,
                "[...document.querySelectorAll('[data-job] progress')].some(one => !one.hidden)");
        desk.keepPicture("05-works");
        desk.until("the cut", WORK, "document.querySelector('[data-step=cut][data-state=DONE]')");
        desk.until("clips to play", WORK, "document.querySelector('[data-step=proxies][data-state=DONE]')");
        desk.keepPicture("06-made");
    }

    private static void joinByLink(Chromium desk, Chromium phone, String home) throws Exception {
        desk.follow("a[href='" + home + "/people'].btn");
        desk.run("document.getElementById('role').value = 'DIRECTOR'");
        desk.follow("form[action$='/invitations'] button");
        desk.keepPicture("07-invited");
        phone.open(desk.run("document.querySelector('[data-select]').value").asString());
        phone.keepPicture("08-invitation");
        phone.type("#name", "Dora Director");
        phone.type("#email", "dora@example.org");
        phone.type("#password", OpenStudio.PASSWORD);
        phone.follow("form[action$='/join'] button");
        assertThat(phone.run("document.querySelector('h1').textContent").asString())
                .isEqualTo("Low Tide Neon");
        phone.keepPicture("09-joined");
    }

    /** By a click on the strip and the button beside it. */
    private static void splitASection(Chromium desk, String home) throws Exception {
        desk.open(home + "/song");
        desk.until("the strip", "document.querySelector('song-strip').media");
        int before =
                desk.run("document.querySelectorAll('.secs tbody tr').length").asInt();
        desk.keepPicture("10-song");
        var place = desk.run("""
                (() => {
                    const strip = document.querySelector('song-strip'), box = strip.area.getBoundingClientRect(), bars = strip.song.bars;
                    const bar = bars.findIndex((one, i) => i > 1 && !strip.song.sections.some(section => Math.abs(section.firstBar - one.index) < 2));
                    return { x: box.left + box.width * (bars[bar].start + .02) / strip.song.duration, y: box.top + 60, bar: bars[bar].index };
                })()
                """);
        desk.clickAt(place.get("x").asDouble(), place.get("y").asDouble());
        desk.click("form:has(input[name=what][value=border]) button");
        desk.until("the new section", "document.querySelectorAll('.secs tbody tr').length > " + before);
        assertThat(desk.run(
                                "[...document.querySelectorAll('.secs tbody tr td:nth-child(2)')].map(one => one.textContent).join(' ')")
                        .asString()
                        .split(" "))
                .contains(place.get("bar").asString());
        desk.keepPicture("11-split");
        dragTheBorder(desk, place.get("bar").asInt());
    }

    /** To the next bar, and back by undo. */
    private static void dragTheBorder(Chromium desk, int bar) throws Exception {
        Thread.sleep(1500); // a page comes again soon after a job ended
        desk.until("the strip", "document.querySelector('song-strip')?.media");
        var places = desk.run("""
                (() => {
                    const strip = document.querySelector('song-strip'), box = strip.area.getBoundingClientRect(), bars = strip.song.bars;
                    const x = bar => box.left + box.width * bars.find(one => one.index === bar).start / strip.song.duration;
                    return { from: x(%d), to: x(%d) + 3, y: box.top + strip.heights[0] + 8 };
                })()
                """.formatted(bar, bar + 1));
        double y = places.get("y").asDouble();
        desk.mouse("mousePressed", places.get("from").asDouble(), y);
        desk.mouse("mouseMoved", places.get("from").asDouble() + 8, y);
        desk.mouse("mouseMoved", places.get("to").asDouble(), y);
        desk.mouse("mouseReleased", places.get("to").asDouble(), y);
        desk.until("the moved border", beginsAt(bar + 1) + " && !" + beginsAt(bar));
        desk.click("form[action$='/corrections/undo'] button");
        desk.until("the border of before", beginsAt(bar) + " && !" + beginsAt(bar + 1));
    }

    private static String beginsAt(int bar) {
        return "[...document.querySelectorAll('.secs tbody tr td:nth-child(2)')].some(one => one.textContent === '"
                + bar + "')";
    }

    private static void acceptTheDoubtfulPlace(Chromium desk, String home) throws Exception {
        desk.open(home + "/footage");
        desk.until("nothing at work any more", WORK, """
                fetch('/jobs', { headers: { Accept: 'text/html' } }).then(answer => answer.text())
                    .then(page => !/data-state="(RUNNING|WAITING)"/.test(page))
                """);
        Thread.sleep(1500); // in which the page has come again for the last of it
        desk.until("the strip", "document.querySelector('song-strip')?.media");
        desk.press("d", "KeyD", 68);
        desk.until("the doubtful clip", "document.querySelector('#clip h2')?.textContent.startsWith('C001C001')");
        desk.keepPicture("12-doubtful");
        desk.click("#clip [data-listen]");
        desk.until("both heard together", "!document.querySelector('song-strip').media.paused");
        desk.click("#clip form[action$='/place'][data-word] .btn");
        desk.until(
                "the place of a person",
                WORK,
                "document.querySelector('#clip .tag.ok')?.textContent.includes('by hand')");
        desk.keepPicture("13-placed");
    }

    private static void changeTheCut(Chromium desk, String home) throws Exception {
        desk.open(home + "/cut");
        desk.until(
                "the cut of the clip that was placed",
                WORK,
                "document.querySelector('h1').textContent.includes('version 2')");
        desk.until("the strip", "document.querySelector('song-strip').media");
        desk.keepPicture("14-cut");
        desk.click("#shots tbody tr:nth-child(2)");
        desk.until("another take", "document.querySelector('#shot [data-open=\"1\"] ~ section .alt')");
        desk.press("1", "Digit1", 49);
        desk.until("the swapped take", WORK, "document.querySelector('h1').textContent.includes('version 3')");
        desk.keepPicture("15-swapped");
    }

    private static void render(Chromium desk) throws Exception {
        desk.follow("form[action$='/steps/render'] button");
        desk.until("the film", WORK, "document.querySelector('a[href$=\"/files/rough-cut.mp4\"]')");
        desk.keepPicture("16-rendered");
    }

    private static String linkForAGuest(Chromium desk, String home) throws Exception {
        desk.open(home + "/review");
        desk.follow("a[href$='/people#guests']");
        desk.type("#guest", "Gail Guest");
        desk.follow("form[action$='/links'] button");
        return desk.run("document.querySelector('[data-select]').value").asString();
    }

    private static void watchCommentAndApprove(Chromium phone, String link) throws Exception {
        phone.open(link);
        phone.until("the film", "document.querySelector('film-player')?.video.videoWidth > 0");
        phone.run("document.querySelector('film-player').goTo(30).then(() => 'there')");
        phone.click("film-player [data-do=on]");
        phone.until("the next frame", "document.querySelector('film-player').frames.shown === 31");
        phone.keepPicture("17-guest");
        phone.type("#words", "Hold this a little longer");
        phone.click("#say button.pri");
        phone.until("the comment", "document.querySelector('.nt')?.dataset.frame === '31'");
        phone.keepPicture("18-commented");
        phone.follow("form[action$='/verdict'] button[value=true]");
        assertThat(phone.run("document.querySelector('.vd .tag').textContent").asString())
                .isEqualTo("Approved");
        phone.keepPicture("19-approved");
    }

    private static void seeWhatTheGuestSaid(Chromium desk, String home) throws Exception {
        desk.open(home + "/review");
        assertThat(desk.run("document.querySelector('.vd').textContent").asString())
                .contains("Gail Guest", "approved");
        desk.click(".nt");
        desk.until("the guest's frame", "document.querySelector('film-player').frames.shown === 31");
        desk.keepPicture("20-review");
    }

    private static void takeThePremiereFile(Chromium desk, String home, Path folder) throws Exception {
        desk.open(home + "/cut");
        desk.takesInto(folder);
        desk.click("a[href$='/files/rough-cut.xml']");
        Path file = folder.resolve("Low Tide Neon - rough-cut.xml");
        for (int i = 0; i < 100 && !Files.exists(file); i++) {
            Thread.sleep(100);
        }
        ForeignFile read = ForeignFiles.read(file, null);
        long shots =
                desk.run("document.querySelectorAll('#shots tbody tr').length").asLong();
        assertThat(read.timelines().getFirst().tracks().getFirst().clips().size())
                .isEqualTo((int) shots);
        desk.open(home);
        desk.keepPicture("21-home");
    }
}
