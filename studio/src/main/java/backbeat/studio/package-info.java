/** The studio as one thing: a home, opened, with everything that works on it. */
@NullMarked
package backbeat.studio;

import org.jspecify.annotations.NullMarked;
