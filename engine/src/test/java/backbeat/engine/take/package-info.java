@NullMarked
package backbeat.engine.take;

import org.jspecify.annotations.NullMarked;
