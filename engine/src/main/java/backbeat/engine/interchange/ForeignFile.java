package backbeat.engine.interchange;

import backbeat.engine.problem.Finding;
import java.util.List;

/**
 * What was understood of a file that another program wrote.
 *
 * @param format {@code edl}, {@code otio}, {@code fcpxml}, {@code xmeml}, {@code aaf} or {@code ale}
 * @param dialect the program whose habits the file has, such as {@code premiere}, {@code resolve}, {@code avid}; empty where nothing tells it
 * @param formatVersion as the file says it; empty where it says none
 * @param findings what was assumed, left out or looks wrong
 */
public record ForeignFile(
        String format, String dialect, String formatVersion, List<ForeignTimeline> timelines, List<Finding> findings) {}
