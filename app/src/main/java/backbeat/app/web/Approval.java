package backbeat.app.web;

import backbeat.studio.Studio;
import backbeat.studio.edit.FilmView;
import backbeat.studio.people.Account;
import backbeat.studio.people.Crew;
import backbeat.studio.people.Permission;
import backbeat.studio.people.Permissions;
import backbeat.studio.review.Verdicts.Verdict;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who said yes or no to which film, and what that comes to for the film that is there now. */
public record Approval(List<Row> rows, String state, String tone) {
    /** @param film the words for which film it was said of */
    public record Row(
            String author,
            boolean guest,
            boolean approved,
            String words,
            String film,
            boolean ofThisFilm,
            String ago) {}

    static Approval of(Studio studio, String productionId) {
        FilmView film = studio.results(productionId).filmFacts().orElse(null);
        List<Verdict> all = studio.verdicts().of(productionId);
        Instant now = studio.clock().instant();
        return new Approval(
                all.stream().map(verdict -> row(verdict, film, now)).toList(), state(all, film), tone(all, film));
    }

    /** Who may approve a film and has said nothing of it yet. */
    static List<Account> waitsFor(Studio studio, String productionId, FilmView film) {
        Set<String> heard = studio.verdicts().of(productionId).stream()
                .filter(verdict -> isOf(film, verdict))
                .flatMap(verdict -> Stream.ofNullable(verdict.author().accountId()))
                .collect(Collectors.toSet());
        return studio.crew().of(productionId).stream()
                .filter(member -> Permissions.allows(member.role(), Permission.APPROVE))
                .map(Crew.Member::account)
                .filter(account -> !heard.contains(account.id()))
                .toList();
    }

    private static Row row(Verdict verdict, @Nullable FilmView film, Instant now) {
        boolean same = isOf(film, verdict);
        String which = verdict.cut() > 0 ? "version " + verdict.cut() + " of the cut" : "a film";
        return new Row(
                verdict.author().name(),
                verdict.author().isGuest(),
                verdict.approved(),
                verdict.words(),
                which,
                same,
                Ago.words(verdict.when(), now));
    }

    private static boolean isOf(@Nullable FilmView film, Verdict verdict) {
        return film != null && film.version().equals(verdict.film());
    }

    private static String state(List<Verdict> all, @Nullable FilmView film) {
        Map<String, Boolean> last = lastWords(all, film);
        return last.isEmpty() ? "Nobody yet" : last.containsValue(false) ? "Changes wanted" : "Approved";
    }

    private static String tone(List<Verdict> all, @Nullable FilmView film) {
        Map<String, Boolean> last = lastWords(all, film);
        return last.isEmpty() ? "" : last.containsValue(false) ? "warn" : "ok";
    }

    /** What each person said last of this film: all come newest first. */
    private static Map<String, Boolean> lastWords(List<Verdict> all, @Nullable FilmView film) {
        Map<String, Boolean> last = new LinkedHashMap<>();
        all.stream()
                .filter(verdict -> isOf(film, verdict))
                .forEach(verdict -> last.putIfAbsent(verdict.author().identity(), verdict.approved()));
        return last;
    }
}
