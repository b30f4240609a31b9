/**
 * Text that other programs and people wrote: which letters its bytes are ({@link ForeignText}), and tables with a row of names ({@link Table}).
 *
 * <p>Spreadsheets part columns by commas, semicolons or tabs as their country has it, put a mark before the text, and break lines within quotes: all of it is read.
 */
@NullMarked
package backbeat.engine.text;

import org.jspecify.annotations.NullMarked;
