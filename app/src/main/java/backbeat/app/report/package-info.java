/**
 * The report: one page, {@code report.html}, that shows a production's song, footage and rough cut and says why everything is as it is.
 *
 * <p>The face is {@link backbeat.app.report.Report} and what it is given, {@link backbeat.app.report.ReportData}. The page carries everything it needs (style,
 * script, pictures) and makes no request; the only thing beside it is the rough cut's film, whose time then is the playhead of the song strip. It is complete
 * without script: script adds the playhead, zoom and filters. It works with partial data: a song without a steady beat, footage of which nothing was placed.
 *
 * <p>Not for: deciding anything. What is told here was decided by the engine; this package finds words and places for it.
 *
 * <p>Everything that comes from outside (file names, tags, labels) passes {@link backbeat.app.report.Html#of}, which escapes whatever is not markup made here.
 */
@NullMarked
package backbeat.app.report;

import org.jspecify.annotations.NullMarked;
