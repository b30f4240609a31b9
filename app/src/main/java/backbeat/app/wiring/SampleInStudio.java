package backbeat.app.wiring;

import backbeat.studio.Studio;
import backbeat.studio.edit.Step;
import backbeat.studio.people.Account;
import backbeat.studio.plan.Task;
import backbeat.studio.production.Kind;
import backbeat.studio.production.Production;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The sample production as a production of a studio: its song and its cards are brought, and the work on both begins, also before anybody has an account. */
final class SampleInStudio {
    private static final String NAME = "Every Light";
    private static final String ARTIST = "Sample production";
    /** Nobody's key: the program makes the production. */
    private static final Account PROGRAM = new Account("0".repeat(32), "", "Backbeat", true);

    private static final long DAYS_TO_RELEASE = 25;

    /** More than any plan asks for, so that none is squeezed. */
    private static final long DAYS_FOR_ALL = 365;

    private static final int MOST_JOBS = 1000;

    private SampleInStudio() {}

    /** @param shoot holds {@code song.wav} and {@code cards/}; once all of it is in the studio it is not brought again, and what was begun is gone on with */
    static void make(Studio studio, Path shoot) {
        List<Production> samples = studio.productions().visibleTo(PROGRAM).stream()
                .filter(production ->
                        production.name().equals(NAME) && production.artist().equals(ARTIST))
                .toList();
        if (samples.stream().noneMatch(sample -> isWhole(studio, sample))) {
            Production sample = samples.stream().findFirst().orElseGet(() -> planned(studio));
            bring(studio, shoot, sample);
        }
    }

    /** It stands in the days after its shoot, so that the plan shows what a plan is for. */
    private static Production planned(Studio studio) {
        Production made = studio.productions().make(NAME, ARTIST, Kind.MUSIC_VIDEO, PROGRAM);
        LocalDate today = studio.plan().today();
        studio.plan().begin(made, today.plusDays(DAYS_FOR_ALL).toString());
        studio.plan().release(made.id(), today.plusDays(DAYS_TO_RELEASE).toString(), true, PROGRAM);
        for (Task task : studio.plan().of(made.id())) {
            if (task.due() != null && task.due().isBefore(today)) {
                studio.plan().tick(task, true, PROGRAM);
            }
        }
        return made;
    }

    /** Looking through the footage is asked for when every clip is there. */
    private static boolean isWhole(Studio studio, Production sample) {
        return studio.results(sample.id()).footage().isPresent()
                || studio.jobs().in(List.of(sample.id()), MOST_JOBS).stream()
                        .anyMatch(job -> job.step().equals(Step.INGEST.key()));
    }

    private static void bring(Studio studio, Path shoot, Production made) {
        Path song = shoot.resolve("song.wav");
        Path cards = shoot.resolve("cards");
        try (InputStream content = Files.newInputStream(song);
                Stream<Path> clips = Files.walk(cards)) {
            studio.productions().bringSong(made, "song.wav", Files.size(song), content);
            for (Path clip : clips.filter(Files::isRegularFile).sorted().toList()) {
                Path copy = Files.copy(clip, shoot.resolve("on-its-way"), StandardCopyOption.REPLACE_EXISTING);
                studio.productions().bringClip(made, cards.relativize(clip).toString(), copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Production whole = studio.productions().byId(made.id()).orElseThrow();
        studio.edits().songBrought(whole, PROGRAM);
        studio.edits().footageNamed(whole, PROGRAM);
    }
}
