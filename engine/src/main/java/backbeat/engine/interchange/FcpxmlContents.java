package backbeat.engine.interchange;

import backbeat.engine.problem.ReadingProblems;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What lies inside the clips of an FCPXML file: compound clips and multicams, told once among the resources, and synchronised clips, which hold theirs themselves. */
final class FcpxmlContents {
    private static final int DEEPEST = 20;

    private final FcpxmlResources resources;
    private final ReadingFindings findings;
    private final ContentRoom room;
    private final Map<String, List<ForeignTimeline>> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private int depth;

    FcpxmlContents(FcpxmlResources resources, ReadingFindings findings) {
        this.resources = resources;
        this.findings = findings;
        this.room = new ContentRoom(findings);
    }

    FcpxmlResources resources() {
        return resources;
    }

    /** @param rate of the timeline that the clip lies on */
    void into(ForeignClip.Draft draft, XmlElement clip, Rational start, @Nullable Rate rate) {
        String where = "line " + clip.line() + ", clip " + clip.attribute("name", "");
        List<ForeignTimeline> content = room.take(
                clip.is("sync-clip") ? synchronised(clip, rate, where) : referred(clip.attribute("ref"), rate, where),
                where);
        if (!content.isEmpty()) {
            Rational origin = content.getFirst().start();
            XmlElement media = resources.find(clip.attribute("ref"));
            XmlElement multicam = media == null ? null : media.child("multicam");
            draft.content(content).media(start.minus(multicam == null ? origin : start(multicam)), null);
        }
    }

    private List<ForeignTimeline> referred(@Nullable String ref, @Nullable Rate rate, String where) {
        XmlElement media = resources.find(ref);
        if (ref == null || media == null) {
            return List.of();
        }
        List<ForeignTimeline> before = known.get(ref);
        if (before != null) {
            return before;
        }
        if (depth == DEEPEST || !open.add(ref)) {
            findings.warn(ReadingProblems.tooMuchInside(where));
            return List.of();
        }
        depth++;
        List<ForeignTimeline> content = media(media, rate);
        depth--;
        open.remove(ref);
        known.put(ref, content);
        return content;
    }

    private List<ForeignTimeline> media(XmlElement media, @Nullable Rate rate) {
        XmlElement sequence = media.child("sequence");
        if (sequence != null) {
            XmlElement spine = sequence.child("spine");
            Rational start = start(sequence);
            FcpxmlStory story = story(sequence, rate);
            row(story, spine == null ? List.of() : spine.children(), start);
            boolean drop = sequence.attribute("tcFormat", "NDF").equals("DF");
            String format = sequence.attribute("format");
            return List.of(
                    story.timeline(media.attribute("name", ""), drop, start).withSize(resources.size(format)));
        }
        XmlElement multicam = media.child("multicam");
        return multicam == null
                ? List.of()
                : multicam.children("mc-angle")
                        .map(angle -> angle(multicam, angle, rate))
                        .toList();
    }

    /** An angle counts from zero, whatever the label of the multicam's first frame. */
    private ForeignTimeline angle(XmlElement multicam, XmlElement angle, @Nullable Rate rate) {
        FcpxmlStory story = story(multicam, rate);
        row(story, angle.children(), Rational.ZERO);
        return story.timeline(angle.attribute("name", ""), false, Rational.ZERO);
    }

    /** Its own time begins where the first thing in it does. */
    private List<ForeignTimeline> synchronised(XmlElement clip, @Nullable Rate rate, String where) {
        if (depth == DEEPEST) {
            findings.warn(ReadingProblems.tooMuchInside(where));
            return List.of();
        }
        depth++;
        FcpxmlStory story = new FcpxmlStory(this, rate, findings);
        XmlElement spine = clip.child("spine");
        List<XmlElement> children =
                spine == null || spine.attribute("lane") != null ? clip.children() : spine.children();
        Rational start = children.stream()
                .filter(child -> child.attribute("lane") == null)
                .map(child -> FcpxmlTime.of(child.attribute("offset")))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Rational.ZERO);
        row(story, children, start);
        depth--;
        return List.of(story.timeline(clip.attribute("name", ""), false, start));
    }

    private FcpxmlStory story(XmlElement content, @Nullable Rate otherwise) {
        Rate own = resources.rate(content.attribute("format"));
        return new FcpxmlStory(this, own == null ? otherwise : own, findings);
    }

    private static void row(FcpxmlStory story, List<XmlElement> items, Rational start) {
        Rational end = start;
        for (XmlElement item : items) {
            String lane = item.attribute("lane");
            if (lane == null) {
                end = story.item(item, FcpxmlStory.Place.storyline(start), end);
            } else {
                story.connected(item, start);
            }
        }
    }

    private static Rational start(XmlElement content) {
        Rational told = FcpxmlTime.of(content.attribute("tcStart"));
        return told == null ? Rational.ZERO : told;
    }
}
