package backbeat.engine.interchange;

import backbeat.engine.problem.ReadingProblems;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads FCPXML 1.5 to 1.14 as a stream: besides the resources no more than one clip of the storyline is held as XML. */
final class FcpxmlReader {
    private final XmlCursor cursor;
    private final ReadingFindings findings = new ReadingFindings();
    private final FcpxmlResources resources = new FcpxmlResources();
    private final FcpxmlContents contents = new FcpxmlContents(resources, findings);
    private final List<ForeignTimeline> timelines = new ArrayList<>();
    private String project = "";
    private String dialect = "";

    FcpxmlReader(XmlCursor cursor) {
        this.cursor = cursor;
    }

    /** The cursor stands on the first element. */
    ForeignFile file() {
        String version = cursor.head().attribute("version", "");
        while (cursor.next()) {
            if (cursor.isStart()) {
                element();
            }
        }
        if (timelines.isEmpty()) {
            findings.warn(ReadingProblems.noTimeline());
        }
        return new ForeignFile("fcpxml", dialect, version, List.copyOf(timelines), findings.told());
    }

    private void element() {
        switch (cursor.name()) {
            case "resources" -> resources.add(cursor.whole());
            case "project" -> {
                project = cursor.head().attribute("name", "");
                hint(project, "(Resolve)", "resolve");
            }
            case "library" -> hint(cursor.head().attribute("location", ""), ".fcpbundle", "fcp");
            case "event" -> hint(cursor.head().attribute("name", ""), "(Resolve)", "resolve");
            case "sequence" -> timelines.add(sequence(cursor.head()));
            case "fcpxml" -> {}
            default -> cursor.whole();
        }
    }

    /** Neither program signs its files: Resolve adds itself to names, Final Cut tells the library. */
    private void hint(String told, String mark, String program) {
        if (dialect.isEmpty() && told.contains(mark)) {
            dialect = program;
        }
    }

    private ForeignTimeline sequence(XmlElement head) {
        Rate rate = resources.rate(head.attribute("format"));
        if (rate == null) {
            findings.warn(ReadingProblems.missing(
                    "fcpxml/missing-resource",
                    "The format of the sequence is not in the file.",
                    "line " + head.line()));
        }
        Rational start = or(FcpxmlTime.of(head.attribute("tcStart")), Rational.ZERO);
        FcpxmlStory story = new FcpxmlStory(contents, rate, findings);
        while (cursor.next() && (cursor.isStart() || !cursor.name().equals("sequence"))) {
            if (cursor.isStart() && cursor.name().equals("spine")) {
                spine(story, start);
            } else if (cursor.isStart()) {
                cursor.whole();
            }
        }
        boolean drop = head.attribute("tcFormat", "NDF").equals("DF");
        String name = project.isEmpty() ? head.attribute("name", "") : project;
        return story.timeline(name, drop, start).withSize(resources.size(head.attribute("format")));
    }

    private void spine(FcpxmlStory story, Rational start) {
        FcpxmlStory.Place place = FcpxmlStory.Place.storyline(start);
        Rational end = start;
        while (cursor.next() && cursor.isStart()) {
            end = story.item(cursor.whole(), place, end);
        }
    }

    private static Rational or(@Nullable Rational told, Rational otherwise) {
        return told == null ? otherwise : told;
    }
}
