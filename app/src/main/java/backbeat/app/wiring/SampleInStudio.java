package backbeat.app.wiring;

import backbeat.studio.Studio;
import backbeat.studio.people.Account;
import backbeat.studio.production.Kind;
import backbeat.studio.production.Production;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** The sample production as a production of a studio: its song and its cards are brought, and the work on both begins, also before anybody has an account. */
final class SampleInStudio {
    private static final String NAME = "Every Light";
    private static final String ARTIST = "Sample production";
    /** Nobody's key: the program makes the production. */
    private static final Account PROGRAM = new Account("0".repeat(32), "", "Backbeat", true);

    private SampleInStudio() {}

    /** @param shoot holds {@code song.wav} and {@code cards/}; once it is in the studio it is not brought again */
    static void make(Studio studio, Path shoot) {
        boolean isThere = studio.productions().visibleTo(PROGRAM).stream()
                .filter(Production::hasFootage)
                .anyMatch(production ->
                        production.name().equals(NAME) && production.artist().equals(ARTIST));
        if (isThere) {
            return;
        }
        Production made = studio.productions().make(NAME, ARTIST, Kind.MUSIC_VIDEO, PROGRAM);
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
