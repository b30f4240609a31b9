package backbeat.engine.looks;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Tells whether a square of 20 dots holds a face that looks at the camera.
 *
 * <p>A cascade of boosted trees over differences of sums in rectangles (Viola and Jones, CVPR 2001; the trees are those of Lienhart, Kuranov and Pisarevsky, DAGM 2003, which are passed on in
 * the library named below). Each stage adds up what its trees say; a window that falls short of a stage's threshold is no face and costs no further look, which happens to nearly all of them in the
 * first two. Thresholds are in shares of the window's contrast, so light does not matter.
 *
 * <p>The trees stand in the XML of OpenCV's first format: stages, trees, nodes; a node has two or three rectangles ({@code x y width height weight}), a threshold and on each side a value or the number
 * of another node of its tree.
 */
final class FaceCascade {
    static final int SIDE = 20;
    /** The edge of a window does not count for its contrast. */
    private static final int INNER = SIDE - 2;

    private static final double AREA = INNER * INNER;
    private static final String TREES = "/org/openimaj/image/objectdetection/haar/haarcascade_frontalface_alt2.xml";

    private static final int MOST_RECTANGLES = 3;
    /** So little contrast is a wall, a sky, a night. */
    private static final double LEAST_CONTRAST = 4;

    private final List<Stage> stages;
    private final List<Node> nodes;

    private FaceCascade(List<Stage> stages) {
        this.stages = stages;
        this.nodes = stages.stream()
                .flatMap(stage -> stage.trees.stream())
                .flatMap(tree -> tree.nodes.stream())
                .toList();
    }

    private record Stage(List<Tree> trees, double threshold) {}

    private record Tree(List<Node> nodes) {}

    private record Rectangle(int x, int y, int width, int height, double weight) {}

    /** One way on: to another node of the tree, or to a value when there is none. */
    private record Branch(int node, double value) {}

    private record Node(List<Rectangle> rectangles, double threshold, Branch below, Branch above) {}

    private static final class Loaded {
        private static final FaceCascade CASCADE = load();
    }

    static FaceCascade frontal() {
        return Loaded.CASCADE;
    }

    /** Made ready for one picture. */
    OnPicture on(Sums sums) {
        return new OnPicture(sums);
    }

    /**
     * The trees laid out for one picture: millions of nodes are asked for each, so the corners of a node's rectangles are single numbers, one after the other, and so is all else that is
     * known of it.
     */
    final class OnPicture {
        private final Sums sums;
        private final int[] corners = new int[4 * MOST_RECTANGLES * nodes.size()];
        private final float[] weights = new float[MOST_RECTANGLES * nodes.size()];
        private final float[] thresholds = new float[nodes.size()];
        /** For each node below and above: the number of the next one, counted on from it, or 0 when there is a value. */
        private final int[] ways = new int[2 * nodes.size()];

        private final float[] values = new float[2 * nodes.size()];
        /** For each stage: how many trees it has; for each tree: how many nodes. */
        private final int[] treesOf;

        private final int[] nodesOf;
        private final float[] stageThresholds;

        private OnPicture(Sums sums) {
            this.sums = sums;
            treesOf = stages.stream().mapToInt(stage -> stage.trees.size()).toArray();
            nodesOf = stages.stream()
                    .flatMap(stage -> stage.trees.stream())
                    .mapToInt(tree -> tree.nodes.size())
                    .toArray();
            stageThresholds = new float[stages.size()];
            for (int i = 0; i < stages.size(); i++) {
                stageThresholds[i] = (float) stages.get(i).threshold;
            }
            int first = 0;
            for (int count : nodesOf) {
                for (int i = 0; i < count; i++) {
                    lay(first + i, i);
                }
                first += count;
            }
        }

        private void lay(int at, int inTree) {
            Node node = nodes.get(at);
            for (int i = 0; i < node.rectangles.size(); i++) {
                Rectangle r = node.rectangles.get(i);
                int corner = 4 * (MOST_RECTANGLES * at + i);
                corners[corner] = sums.corner(r.x, r.y);
                corners[corner + 1] = sums.corner(r.x + r.width, r.y);
                corners[corner + 2] = sums.corner(r.x, r.y + r.height);
                corners[corner + 3] = sums.corner(r.x + r.width, r.y + r.height);
                weights[MOST_RECTANGLES * at + i] = (float) r.weight;
            }
            thresholds[at] = (float) (node.threshold * AREA);
            layWay(2 * at, node.below, inTree);
            layWay(2 * at + 1, node.above, inTree);
        }

        private void layWay(int way, Branch branch, int inTree) {
            ways[way] = branch.node == 0 ? 0 : branch.node - inTree;
            values[way] = (float) branch.value;
        }

        /** @param left of the window's upper left dot */
        boolean isFace(int left, int top) {
            double mean = sums.in(left + 1, top + 1, INNER, INNER) / AREA;
            double variance = sums.ofSquaresIn(left + 1, top + 1, INNER, INNER) / AREA - mean * mean;
            if (variance < LEAST_CONTRAST * LEAST_CONTRAST) {
                return false;
            }
            float contrast = (float) Math.sqrt(variance);
            int window = sums.corner(left, top);
            int tree = 0;
            int node = 0;
            for (int stage = 0; stage < treesOf.length; stage++) {
                float sum = 0;
                for (int last = tree + treesOf[stage]; tree < last; tree++) {
                    sum += value(node, window, contrast);
                    node += nodesOf[tree];
                }
                if (sum < stageThresholds[stage]) {
                    return false;
                }
            }
            return true;
        }

        private float value(int first, int window, float contrast) {
            int node = first;
            while (true) {
                int way = 2 * node + (difference(node, window) < thresholds[node] * contrast ? 0 : 1);
                if (ways[way] == 0) {
                    return values[way];
                }
                node += ways[way];
            }
        }

        private float difference(int node, int window) {
            float difference = 0;
            for (int i = MOST_RECTANGLES * node; i < MOST_RECTANGLES * (node + 1) && weights[i] != 0; i++) {
                int corner = 4 * i;
                difference += weights[i]
                        * sums.between(
                                window + corners[corner],
                                window + corners[corner + 1],
                                window + corners[corner + 2],
                                window + corners[corner + 3]);
            }
            return difference;
        }
    }

    private static FaceCascade load() {
        try (InputStream in = Objects.requireNonNull(FaceCascade.class.getResourceAsStream(TREES), TREES)) {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            return new FaceCascade(new Reader(factory.createXMLStreamReader(in)).stages());
        } catch (IOException | XMLStreamException e) {
            throw new IllegalStateException("the trees that know faces cannot be read", e);
        }
    }

    /** What has no name but {@code _} is known by what ends in it: a rectangle is text, a node has a threshold, a tree nodes, a stage trees and a threshold of its own. */
    private static final class Reader {
        private final XMLStreamReader xml;
        private final List<Stage> stages = new ArrayList<>();
        private List<Tree> trees = new ArrayList<>();
        private List<Node> nodes = new ArrayList<>();
        private List<Rectangle> rectangles = new ArrayList<>();
        private double threshold;
        private Branch below = new Branch(0, 0);
        private Branch above = new Branch(0, 0);
        private final StringBuilder text = new StringBuilder();

        Reader(XMLStreamReader xml) {
            this.xml = xml;
        }

        List<Stage> stages() throws XMLStreamException {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    text.setLength(0);
                } else if (event == XMLStreamConstants.CHARACTERS) {
                    text.append(xml.getText());
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    end(
                            xml.getLocalName().toLowerCase(Locale.ROOT),
                            text.toString().strip());
                    text.setLength(0);
                }
            }
            return List.copyOf(stages);
        }

        private void end(String name, String said) {
            switch (name) {
                case "threshold" -> threshold = Double.parseDouble(said);
                case "left_val" -> below = new Branch(0, Double.parseDouble(said));
                case "left_node" -> below = new Branch(Integer.parseInt(said), 0);
                case "right_val" -> above = new Branch(0, Double.parseDouble(said));
                case "right_node" -> above = new Branch(Integer.parseInt(said), 0);
                case "stage_threshold" -> {
                    stages.add(new Stage(List.copyOf(trees), Double.parseDouble(said)));
                    trees = new ArrayList<>();
                }
                case "_" -> endOfNameless(said);
                default -> {}
            }
        }

        private void endOfNameless(String said) {
            if (!said.isEmpty()) {
                rectangles.add(rectangle(said.split("\\s+")));
            } else if (!rectangles.isEmpty()) {
                nodes.add(new Node(List.copyOf(rectangles), threshold, below, above));
                rectangles = new ArrayList<>();
            } else if (!nodes.isEmpty()) {
                trees.add(new Tree(List.copyOf(nodes)));
                nodes = new ArrayList<>();
            }
        }

        private static Rectangle rectangle(String[] numbers) {
            return new Rectangle(
                    Integer.parseInt(numbers[0]),
                    Integer.parseInt(numbers[1]),
                    Integer.parseInt(numbers[2]),
                    Integer.parseInt(numbers[3]),
                    Double.parseDouble(numbers[4]));
        }
    }
}
