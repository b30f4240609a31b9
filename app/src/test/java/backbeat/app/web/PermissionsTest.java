package backbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.studio.people.Permission;
import backbeat.studio.people.Permissions;
import backbeat.studio.people.Role;
import backbeat.studio.production.Production;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Every route, asked by every role, in a production of one's own and in a foreign one. */
class PermissionsTest {
    private record Route(String method, String path, HandlerMethod handler) {
        Permission needs() {
            return Optional.ofNullable(handler.getMethodAnnotation(Needs.class))
                    .orElseThrow(() -> new AssertionError(method + " " + path + " declares no permission"))
                    .value();
        }

        String in(Production production) {
            return path.replace("{production}", production.id())
                    .replace("{index}", "0")
                    .replace("{step}", "nothing")
                    .replaceAll("\\{[a-z]+}", "00000000000000000000000000000000");
        }
    }

    private static OpenStudio open;
    private static List<Route> routes;

    @BeforeAll
    static void openStudio() throws IOException {
        open = OpenStudio.open();
        open.owner();
        routes = new ArrayList<>();
        open.server
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> mapping.getPatternValues().forEach(path -> {
                    assertThat(mapping.getMethodsCondition().getMethods())
                            .as("%s names its methods", path)
                            .hasSize(1);
                    RequestMethod method = mapping.getMethodsCondition()
                            .getMethods()
                            .iterator()
                            .next();
                    routes.add(new Route(method.name(), path, handler));
                }));
    }

    @AfterAll
    static void close() throws IOException {
        open.close();
    }

    @Test
    void everyRouteDeclaresAPermissionThatFitsItsPath() {
        assertThat(routes).hasSizeGreaterThan(30);
        for (Route route : routes) {
            Permission.Scope scope = route.needs().scope();
            assertThat(route.path().contains("{production}"))
                    .as("%s asks in the production it names", route.path())
                    .isEqualTo(scope == Permission.Scope.PRODUCTION);
            assertThat(route.path().startsWith("/r/{secret}"))
                    .as("%s asks for the link it names", route.path())
                    .isEqualTo(scope == Permission.Scope.LINK);
        }
    }

    @Test
    void eachRoleMayUseExactlyTheRoutesOfTheTable() {
        Production own = open.production("Own");
        Map<Role, Visitor> visitors = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            if (role == Role.OWNER) {
                visitors.put(role, open.owner());
            } else if (role != Role.GUEST) {
                visitors.put(role, open.member(own, role));
            }
        }
        visitors.forEach((role, visitor) -> {
            visitor.get("/me");
            for (Route route : inProductions()) {
                boolean allowed = Permissions.allows(role, route.needs());
                int status = ask(visitor, route, own);
                if (allowed) {
                    assertThat(status)
                            .as("%s asks %s %s", role, route.method(), route.path())
                            .isNotIn(401, 403);
                } else {
                    assertThat(status)
                            .as("%s asks %s %s", role, route.method(), route.path())
                            .isEqualTo(403);
                }
            }
        });
    }

    @Test
    void aForeignProductionIsNotThere() {
        Production foreign = open.production("Foreign");
        Visitor producer = open.member(open.production("Home"), Role.PRODUCER);
        producer.get("/me");
        for (Route route : inProductions()) {
            assertThat(ask(producer, route, foreign))
                    .as("%s %s", route.method(), route.path())
                    .isEqualTo(404);
        }
        assertThat(producer.get("/").body()).contains("Home").doesNotContain("Foreign");
        assertThat(producer.get("/jobs").body()).doesNotContain("Foreign");
    }

    @Test
    void whoIsNotSignedInReachesTheDoorAlone() {
        Production production = open.production("Closed");
        Visitor stranger = open.visitor();
        stranger.get("/sign-in");
        for (Route route : routes) {
            Permission.Scope scope = route.needs().scope();
            if (scope == Permission.Scope.STUDIO || scope == Permission.Scope.PRODUCTION) {
                assertThat(ask(stranger, route, production))
                        .as("%s %s", route.method(), route.path())
                        .isIn(302, 401);
            }
        }
    }

    @Test
    void aLinkThatWasNeverMadeOpensNothing() {
        Visitor stranger = open.visitor();
        stranger.get("/sign-in");
        for (Route route : routes) {
            if (route.needs().scope() == Permission.Scope.LINK) {
                assertThat(ask(stranger, route, open.production("Any"))).isEqualTo(410);
            }
        }
    }

    @Test
    void whatBelongsToTheOwnerOfTheStudioIsRefusedToAllOthers() {
        Visitor producer = open.member(open.production("Helping"), Role.PRODUCER);
        producer.get("/me");
        for (Route route : routes) {
            if (route.needs() == Permission.MANAGE_PEOPLE || route.needs() == Permission.MAKE_PRODUCTION) {
                assertThat(ask(producer, route, open.production("Any")))
                        .as("%s %s", route.method(), route.path())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void aTokenReadsOrWritesAndNeverChangesWhoMayComeIn() {
        Production own = open.production("By token");
        for (boolean writes : new boolean[] {false, true}) {
            String token = open.studio.tokens().make(open.ownerAccount(), "test", writes, Duration.ofDays(1));
            for (Route route : routes) {
                Permission needs = route.needs();
                boolean never = List.of(
                                Permission.OWN_ACCOUNT, Permission.MANAGE_PEOPLE, Permission.INVITE, Permission.COME_IN)
                        .contains(needs);
                boolean changes = !List.of("GET", "HEAD", "OPTIONS").contains(route.method());
                if (needs.scope() == Permission.Scope.LINK || route.path().equals("/events")) {
                    continue;
                }
                int status = open.visitor()
                        .ask(route.method(), route.in(own), new byte[0], "Authorization", "Bearer " + token)
                        .status();
                if (never || (changes && !writes)) {
                    assertThat(status).as("%s %s", route.method(), route.path()).isEqualTo(403);
                } else {
                    assertThat(status).as("%s %s", route.method(), route.path()).isNotIn(302, 401, 403);
                }
            }
        }
        assertThat(open.visitor()
                        .ask("GET", "/api/productions", new byte[0], "Authorization", "Bearer bb_guess")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void theDescriptionForProgramsNamesEveryRouteAndNoOther() throws IOException {
        String token = open.studio.tokens().make(open.ownerAccount(), "reader", false, Duration.ofDays(1));
        String body = open.visitor()
                .ask("GET", "/api/openapi.json", new byte[0], "Authorization", "Bearer " + token)
                .body();
        List<String> described = new ArrayList<>();
        JsonMapper.shared()
                .readTree(body)
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method ->
                                described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(routes.stream()
                        .filter(route -> route.path().startsWith("/api/"))
                        .map(route -> route.method() + " " + route.path())
                        .toList());
    }

    @Test
    void onlyTheOwnerMakesProductions() {
        Visitor producer = open.member(open.production("One"), Role.PRODUCER);
        producer.get("/me");
        assertThat(producer.get("/productions/new").status()).isEqualTo(403);
        assertThat(producer.post("/productions", "name", "N", "artist", "A", "kind", "MUSIC_VIDEO")
                        .status())
                .isEqualTo(403);
    }

    private static List<Route> inProductions() {
        return routes.stream()
                .filter(route -> route.needs().scope() == Permission.Scope.PRODUCTION)
                .toList();
    }

    private static int ask(Visitor visitor, Route route, Production production) {
        String path = route.in(production);
        return switch (route.method()) {
            case "GET" -> visitor.get(path).status();
            case "POST" -> visitor.post(path).status();
            default -> visitor.ask(route.method(), path, new byte[0]).status();
        };
    }
}
