package backbeat.app.web;

import backbeat.studio.Studio;
import backbeat.studio.people.Account;
import backbeat.studio.production.Production;
import backbeat.studio.review.Comments.Comment;
import backbeat.studio.review.Mentions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A comment in which somebody is called by name, on that person's own page. */
public record CallRow(String production, String author, String words, String link, String ago, boolean resolved) {
    /** In productions that the person may still see. */
    static List<CallRow> of(Studio studio, Account account) {
        Map<String, Production> seen = studio.productions().visibleTo(account).stream()
                .collect(Collectors.toMap(Production::id, Function.identity()));
        return studio.mentions().of(account, seen.keySet()).stream()
                .flatMap(
                        call -> Optional.ofNullable(seen.get(call.productionId()))
                                .map(production -> row(call, production, studio))
                                .stream())
                .toList();
    }

    private static CallRow row(Mentions.Call call, Production production, Studio studio) {
        Comment comment = call.comment();
        return new CallRow(
                production.name(),
                comment.author(),
                comment.words(),
                "/p/" + production.id() + "/review#c-" + comment.id(),
                Ago.words(comment.when(), studio.clock().instant()),
                comment.resolved());
    }
}
