package backbeat.engine.problem;

/** Problems of reading timelines of other programs, with their words. */
public final class ReadingProblems {
    private static final String EXPORT_AGAIN = "Export the file again from the program it came from.";

    private ReadingProblems() {}

    public static Problem more(String code, int count) {
        return new Problem(
                "interchange/more",
                count + " more of the kind " + code + " are not listed.",
                "",
                "",
                "Mend those that are listed and read the file again.");
    }

    public static Problem encodingAssumed() {
        return new Problem(
                "text/encoding-assumed",
                "The text is not UTF-8; it was read as ISO 8859-1.",
                "",
                "",
                "Check the names with accents; save the file as UTF-8 if they look wrong.");
    }

    public static Problem unreadable(String file) {
        return new Problem(
                "interchange/unreadable",
                "The file cannot be read.",
                file,
                "",
                "Check that it is there and that you may read it.");
    }

    public static Problem tooBig(String file, long mostMegabytes) {
        return new Problem(
                "interchange/too-big",
                "The file is larger than " + mostMegabytes + " MB.",
                file,
                "No timeline of that size is known.",
                "Check that this is the timeline and not a media file.");
    }

    public static Problem notATimeline(String file) {
        return new Problem(
                "interchange/not-a-timeline",
                "This is no timeline that Backbeat reads.",
                file,
                "",
                "Export it as EDL, FCPXML, XML for Premiere, OTIO, AAF or ALE.");
    }

    public static Problem damaged(String code, String cause) {
        return new Problem(code, "The file is damaged and cannot be read.", "", cause, EXPORT_AGAIN);
    }

    public static Problem outOfRange(String where) {
        return new Problem(
                "interchange/number",
                "A number is out of any sensible range; what it belongs to was left out.",
                where,
                "",
                EXPORT_AGAIN);
    }

    public static Problem rateAssumed(String rate) {
        return new Problem(
                "edl/rate-assumed",
                "The file does not tell its frame rate; " + rate + " was assumed.",
                "",
                "",
                "Give the rate: --rate " + rate + " if that is right, another if not.");
    }

    public static Problem lengthMismatch(String code, String where, long source, long record) {
        return new Problem(
                code,
                "The source has " + source + " frames and the timeline " + record
                        + "; the length on the timeline was taken.",
                where,
                "",
                "Compare with a reference movie.");
    }

    public static Problem truncated(String where) {
        return new Problem("edl/truncated", "The file ends in the middle of an event.", where, "", EXPORT_AGAIN);
    }

    public static Problem noEvents() {
        return new Problem("edl/no-events", "There are no events in this list.", "", "", EXPORT_AGAIN);
    }

    public static Problem badEvent(String where) {
        return new Problem(
                "edl/bad-event", "A line looks like an event and is none; it was left out.", where, "", EXPORT_AGAIN);
    }

    public static Problem droppedTimecode(String where, String label) {
        return new Problem(
                "timecode/dropped",
                "Drop-frame timecode has no " + label + "; the next frame was taken.",
                where,
                "",
                "Check the rate and whether the list is drop frame.");
    }

    public static Problem overlap(String where) {
        return new Problem(
                "timeline/overlap",
                "Two clips of one track overlap.",
                where,
                "",
                "Export one video track for each EDL.");
    }

    public static Problem reverse(String where) {
        return new Problem(
                "edl/reverse",
                "The clip runs backwards; programs differ in which end of it they write first.",
                where,
                "",
                "Check its first picture against a reference movie.");
    }

    public static Problem missing(String code, String what, String where) {
        return new Problem(code, what, where, "", "Relink it by the name and the timecode of the clip.");
    }

    public static Problem mixedRates(String where, String media, String sequence) {
        return new Problem(
                "xmeml/mixed-rates",
                "The clip has " + media + " frames a second, the sequence " + sequence + ".",
                where,
                "Programs write the in-points of such clips in different rates.",
                "Look at its in-point.");
    }

    public static Problem speedSource(String where) {
        return new Problem(
                "xmeml/speed-source",
                "The clip's speed is changed; where it begins in its source is not told reliably.",
                where,
                "",
                "Check its first picture against a reference movie.");
    }

    public static Problem offGrid(String where, String by) {
        return new Problem(
                "fcpxml/off-grid",
                "The clip begins or ends beside the frames of the timeline, by " + by + " s.",
                where,
                "",
                "It is moved to the nearest frame before anything is written; move it yourself to be sure.");
    }

    public static Problem beyondMedia(String where, long frames) {
        return new Problem(
                "fcpxml/beyond-media",
                "The clip uses its media past the end, by " + frames + " frames.",
                where,
                "Final Cut Pro refuses such an edit.",
                "Shorten the clip by " + frames + " frames.");
    }

    public static Problem conformAssumed(String where, String rates) {
        return new Problem(
                "fcpxml/conform-assumed",
                "How Final Cut Pro conforms " + rates + " is not documented; it was assumed.",
                where,
                "",
                "Look at the clip's last picture.");
    }

    public static Problem noTimeline() {
        return new Problem(
                "fcpxml/no-timeline",
                "The file holds clips and no project.",
                "",
                "",
                "Export the project (not clips of the event) to have a timeline.");
    }

    public static Problem unknownSchema(String where, String schema) {
        return new Problem(
                "otio/unknown-schema",
                "What this is is not known: " + schema + ". It was left out.",
                where,
                "",
                "Look whether something is missing there.");
    }

    public static Problem damagedPart(String where) {
        return new Problem("aaf/damaged-part", "A part is damaged and was left out.", where, "", EXPORT_AGAIN);
    }

    public static Problem unknownPart(String code, String where) {
        return new Problem(
                code,
                "What lies there is not known; it was left out.",
                where,
                "",
                "Look whether something is missing there.");
    }

    public static Problem tooMuchInside(String where) {
        return new Problem(
                "interchange/content-left-out",
                "What lies inside the clip is not read: it leads back into itself or holds too much.",
                where,
                "",
                "Flatten the clip in the other program if its content matters.");
    }

    public static Problem markerTrack(String marker) {
        return new Problem(
                "aaf/marker-track",
                "The marker names a track that is not in the file; it is told on the timeline.",
                marker,
                "Avid keeps the old numbers when only some tracks are exported.",
                "Check which track it belongs to.");
    }

    public static Problem notKept() {
        return new Problem(
                "interchange/not-kept",
                "What another program noted of a clip is too long; it is not kept for writing back.",
                "",
                "",
                "Keep the file itself beside what is made of it.");
    }

    public static Problem shortRow(String where) {
        return new Problem(
                "ale/short-row", "The row has fewer fields than there are columns.", where, "", EXPORT_AGAIN);
    }
}
