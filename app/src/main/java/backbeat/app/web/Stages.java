package backbeat.app.web;

import backbeat.studio.Studio;
import backbeat.studio.edit.Results;
import backbeat.studio.production.Production;
import java.util.List;

/** How far a production is, from what is there. Stages that this studio does not hold yet are told as such. */
final class Stages {
    private final Studio studio;

    Stages(Studio studio) {
        this.studio = studio;
    }

    List<StageView> of(Production production) {
        Results results = studio.results(production.id());
        String base = "/p/" + production.id();
        return List.of(
                new StageView("idea", "Idea", "bulb", production.hasSong() ? 100 : 0, idea(production), base + "/song"),
                new StageView("plan", "Plan", "plan", 0, "Not in this version", ""),
                shoot(production, results, base),
                cut(results, base),
                new StageView("finish", "Finish", "finish", 0, "Not in this version", ""),
                new StageView("release", "Release", "send", 0, "Not in this version", ""));
    }

    private static String idea(Production production) {
        return production.hasSong() ? "The song is here" : "Add the song";
    }

    private static StageView shoot(Production production, Results results, String base) {
        boolean placed = results.written("sync.json").isPresent();
        boolean seen = results.written("footage.json").isPresent();
        int percent = placed ? 100 : seen ? 60 : production.hasFootage() ? 20 : 0;
        String said = placed
                ? "Clips are on the song"
                : seen ? "Clips are found" : production.hasFootage() ? "Looking at clips" : "Name the footage";
        return new StageView("shoot", "Shoot", "slate", percent, said, base + "/footage");
    }

    private static StageView cut(Results results, String base) {
        boolean film = results.film().isPresent();
        boolean cut = results.written("cut.json").isPresent();
        String said = film ? "The film is here" : cut ? "The rough cut is here" : "Nothing cut yet";
        return new StageView("cut", "Cut", "scissors", film ? 100 : cut ? 70 : 0, said, base + "/cut");
    }
}
