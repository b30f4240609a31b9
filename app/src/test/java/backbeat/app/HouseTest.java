package backbeat.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The house stands as ARCHITECTURE.md says: floors, doors and names. */
class HouseTest {
    private static final String ENGINE = "backbeat.engine";
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private record Room(int floor, String name, List<String> types) {}

    private static JavaClasses classes;
    private static List<Room> rooms;

    @BeforeAll
    static void readTheHouse() throws IOException {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("backbeat");
        rooms = Files.readAllLines(root().resolve("ARCHITECTURE.md")).stream()
                .filter(line -> line.startsWith("|") && line.contains("`backbeat."))
                .map(HouseTest::room)
                .toList();
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("ARCHITECTURE.md")) ? here : here.getParent();
    }

    private static Room room(String row) {
        List<String> cells =
                List.of(row.split("\\|")).stream().map(String::strip).toList();
        boolean hasFloor = cells.get(1).matches("\\d+");
        String name = codes(cells.get(hasFloor ? 2 : 1)).getFirst();
        return new Room(hasFloor ? Integer.parseInt(cells.get(1)) : -1, name, codes(cells.getLast()));
    }

    private static List<String> codes(String cell) {
        List<String> found = new ArrayList<>();
        for (Matcher matcher = CODE.matcher(cell); matcher.find(); ) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void everyPackageAndTypeNamedInTheArchitectureExists() {
        assertThat(rooms).hasSizeGreaterThan(10);
        Set<String> known = classes.stream().map(JavaClass::getFullName).collect(Collectors.toSet());
        List<String> missing = rooms.stream()
                .flatMap(room -> room.types().stream().map(type -> room.name() + "." + type))
                .filter(name -> !known.contains(name))
                .toList();
        assertThat(missing).isEmpty();
        assertThat(rooms.stream().map(Room::name)).allMatch(name -> classes.containPackage(name));
    }

    @Test
    void everyPackageIsNamedInTheArchitecture() {
        assertThat(classes.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .isSubsetOf(rooms.stream().map(Room::name).toList());
    }

    @Test
    void packagesOfTheEngineImportLowerFloorsOnly() {
        List<Room> floors = rooms.stream().filter(room -> room.floor() >= 0).toList();
        for (Room room : floors) {
            String[] notAllowed = floors.stream()
                    .filter(other -> other.floor() >= room.floor() && !other.equals(room))
                    .map(Room::name)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(room.name())
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(notAllowed)
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    @Test
    void theEngineKnowsNoDoor() {
        noClasses()
                .that()
                .resideInAPackage(ENGINE + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("backbeat.app..", "picocli..")
                .check(classes);
    }

    @Test
    void theStudioKnowsNoDoorAndNoWeb() {
        noClasses()
                .that()
                .resideInAPackage("backbeat.studio..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("backbeat.app..", "org.springframework..", "jakarta.servlet..", "picocli..")
                .check(classes);
    }

    @Test
    void theWebFrameworkIsSeenByThePagesAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("backbeat.app.web")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta.servlet..", "gg.jte..")
                .check(classes);
    }

    @Test
    void theDatabaseIsSeenByTheStudioAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("backbeat.studio..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jooq..", "org.flywaydb..", "java.sql..", "com.github.kagkarlsson..")
                .check(classes);
    }

    @Test
    void packagesFormNoCircle() {
        slices().matching("backbeat.(*.*)..").should().beFreeOfCycles().check(classes);
    }

    /** FFmpeg is started by media; the one other process is the person's own browser, which shows a report. */
    @Test
    void onlyMediaStartsProcesses() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ENGINE + ".media")
                .and()
                .doNotHaveFullyQualifiedName("backbeat.app.cli.Screen")
                .should(startAProcess())
                .check(classes);
    }

    private static ArchCondition<JavaClass> startAProcess() {
        return dependOnClassesThat(describe(
                        "are process builders", type -> type.getFullName().equals("java.lang.ProcessBuilder")))
                .or(callMethodWhere(describe(
                        "a program is executed",
                        call -> call.getTarget().getFullName().startsWith("java.lang.Runtime.exec("))));
    }

    @Test
    void theFrontDoorOfTheEngineIsNamed() {
        assertThat(rooms)
                .filteredOn(room -> room.name().equals(ENGINE))
                .singleElement()
                .satisfies(room -> assertThat(room.types()).containsExactly("Backbeat"));
    }

    @Test
    void picocliIsSeenByTheCommandLineAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("backbeat.app.cli")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(classes);
    }
}
