package backbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.studio.production.Production;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A page that tells a problem leads back to where somebody was. */
class WayBackTest {
    private static OpenStudio open;
    private static Visitor owner;

    @BeforeAll
    static void openStudio() throws IOException {
        open = OpenStudio.open();
        owner = open.owner();
    }

    @AfterAll
    static void close() throws IOException {
        open.close();
    }

    private static String refused(Production production, String referer) {
        String home = "/p/" + production.id();
        owner.get(home);
        Visitor.Answer answer = owner.ask(
                "POST",
                home + "/corrections",
                BodyPublishers.ofString("what=name&at=0&value="),
                "Accept",
                "text/html",
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Referer",
                referer);
        assertThat(answer.status()).isBetween(400, 499);
        return answer.body();
    }

    @Test
    void theFirstButtonLeadsToThePageThatTheFormWasOn() {
        Production production = open.production("Back");
        String page = "/p/" + production.id() + "/song?x=1&y=2";
        assertThat(refused(production, "http://127.0.0.1:" + open.server.port() + page))
                .containsPattern("href=\"" + page.replace("?", "\\?").replace("&", "&(amp;)?")
                        + "\">Back</a>[^\"]*<a class=\"btn\" href=\"/\"");
    }

    @Test
    void whatIsNoPageOfThisStudioLeadsToTheHomeOfTheProduction() {
        Production production = open.production("Home");
        for (String elsewhere : new String[] {
            "http://elsewhere.example/p/x",
            "http://127.0.0.1//elsewhere.example",
            "no address at all",
            "http://127.0.0.1"
        }) {
            assertThat(refused(production, elsewhere))
                    .as(elsewhere)
                    .contains("href=\"/p/" + production.id() + "\">Back</a>");
        }
    }

    @Test
    void whereNothingIsBehindThereIsNoWayBack() {
        assertThat(owner.get("/nothing-here").body())
                .contains("To your productions")
                .doesNotContain(">Back</a>");
    }
}
