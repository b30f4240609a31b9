package backbeat.studio.edit;

import backbeat.engine.cut.Choice;
import backbeat.engine.cut.RoughCut;
import backbeat.engine.problem.Finding;
import java.util.List;

/** The rough cut as pages show it. */
public record CutView(List<Choice> shots, List<RoughCut.Unused> unused, List<Finding> findings) {}
