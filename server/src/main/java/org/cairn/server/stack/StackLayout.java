package org.cairn.server.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.server.stack.StackDiagram.Branch;
import org.cairn.server.stack.StackDiagram.State;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// Lays a diagram out with Eclipse ELK: the award at the top, what is below it below it. The same diagram always comes
/// out the same.
final class StackLayout {
    static final int WIDTH = 176;
    static final int LINE = 18;
    private static final int PADDING = 12;
    /// Beyond this a picture explains nothing; the table does.
    static final int MOST_BRANCHES = 120;
    /// What does not fit below a place is told as a number.
    static final int MOST_ITEMS = 4;

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private final List<Box> boxes = new ArrayList<>();
    private final List<int[]> links = new ArrayList<>();
    private final Wording words;

    private StackLayout(Wording words) {
        this.words = words;
    }

    /// What a box stands for.
    enum Kind {
        AWARD,
        GROUP,
        SLOT,
        ITEM,
        GAP
    }

    /// @param lines already wrapped
    record Box(Kind kind, State state, List<String> lines, double x, double y, double height) {
        Box at(double left, double top) {
            return new Box(kind, state, lines, left, top, height);
        }
    }

    record Point(double x, double y) {}

    /// Where everything lies.
    record Laid(List<Box> boxes, List<List<Point>> lines, double width, double height) {}

    /// @return empty when the diagram is too large to be drawn
    static Optional<Laid> of(StackDiagram diagram, Wording words) {
        return diagram.root().size() > MOST_BRANCHES
                ? Optional.empty()
                : Optional.of(new StackLayout(words).lay(diagram));
    }

    private Laid lay(StackDiagram diagram) {
        var award = add(Kind.AWARD, diagram.state(), Stream.of(diagram.award(), diagram.summary()));
        add(diagram.root(), award);
        var graph = ElkGraphUtil.createGraph();
        set(graph);
        var nodes = boxes.stream().map(box -> node(graph, box)).toList();
        var edges = links.stream()
                .map(link -> ElkGraphUtil.createSimpleEdge(nodes.get(link[0]), nodes.get(link[1])))
                .toList();
        new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor());
        var placed = new ArrayList<Box>();
        for (var each = 0; each < nodes.size(); each++) {
            placed.add(
                    boxes.get(each).at(nodes.get(each).getX(), nodes.get(each).getY()));
        }
        return new Laid(placed, edges.stream().map(StackLayout::points).toList(), graph.getWidth(), graph.getHeight());
    }

    private static void set(ElkNode graph) {
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
        graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(CoreOptions.PADDING, new ElkPadding(8));
        graph.setProperty(CoreOptions.RANDOM_SEED, 1);
        graph.setProperty(CoreOptions.SPACING_NODE_NODE, 18.0);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 34.0);
        // Places stay in the order in which the rule names them.
        graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
    }

    private static ElkNode node(ElkNode graph, Box box) {
        var node = ElkGraphUtil.createNode(graph);
        node.setDimensions(WIDTH, box.height());
        return node;
    }

    private static List<Point> points(ElkEdge edge) {
        var section = edge.getSections().getFirst();
        var points = new ArrayList<Point>();
        points.add(new Point(section.getStartX(), section.getStartY()));
        section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
        points.add(new Point(section.getEndX(), section.getEndY()));
        return points;
    }

    private void add(Branch branch, int above) {
        var kind = branch.slot() ? Kind.SLOT : Kind.GROUP;
        var at = add(kind, branch.state(), Stream.of(branch.title(), branch.amount(), said(branch)));
        links.add(new int[] {above, at});
        branch.parts().forEach(part -> add(part, at));
        branch.items().stream().limit(MOST_ITEMS).forEach(item -> below(at, Kind.ITEM, branch.state(), item));
        if (branch.items().size() > MOST_ITEMS) {
            var rest = branch.items().size() - MOST_ITEMS;
            below(at, Kind.ITEM, branch.state(), words.say("picture.more", rest));
        }
        if (!branch.gap().isEmpty()) {
            below(at, Kind.GAP, branch.state(), branch.gap());
        }
    }

    private String said(Branch branch) {
        return branch.state() == State.PLAIN ? "" : words.say("state." + branch.state());
    }

    private void below(int above, Kind kind, State state, String text) {
        links.add(new int[] {above, add(kind, state, Stream.of(text))});
    }

    private int add(Kind kind, State state, Stream<String> texts) {
        var lines = texts.filter(text -> !text.isEmpty())
                .flatMap(text -> Wrapping.lines(text).stream())
                .toList();
        boxes.add(new Box(kind, state, lines, 0, 0, lines.size() * (double) LINE + 2 * PADDING));
        return boxes.size() - 1;
    }
}
