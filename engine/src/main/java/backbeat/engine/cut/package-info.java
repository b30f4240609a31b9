/** Choosing and cutting: a rough cut with the reason for every choice. */
@NullMarked
package backbeat.engine.cut;

import org.jspecify.annotations.NullMarked;
