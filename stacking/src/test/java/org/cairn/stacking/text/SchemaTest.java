package org.cairn.stacking.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.SnakeYamlNode;
import java.io.StringReader;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.cairn.stacking.examples.Examples;
import org.cairn.stacking.rule.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// The published schema and the reader say the same, as far as a schema can say it.
class SchemaTest {
    private static final URI STACK = URI.create("urn:cairn:schema:stack");

    /// What a schema cannot know: what stands elsewhere in the text, which days exist, and the text below the
    /// JSON.
    private static final Set<Fault.Code> BEYOND = EnumSet.of(
            Fault.Code.ANCHOR,
            Fault.Code.TAG,
            Fault.Code.SECOND_DOCUMENT,
            Fault.Code.DUPLICATE_KEY,
            Fault.Code.NOT_YAML,
            Fault.Code.NOT_A_DATE,
            Fault.Code.NOT_A_PERIOD,
            Fault.Code.NOT_A_FRACTION,
            Fault.Code.MOST_BELOW_LEAST,
            Fault.Code.MORE_THAN_NAMED,
            Fault.Code.LAST_BEFORE_FIRST,
            Fault.Code.ITSELF,
            Fault.Code.TWICE,
            Fault.Code.UNKNOWN_SLOT,
            Fault.Code.UNKNOWN_SCALE,
            Fault.Code.UNKNOWN_GRADE,
            Fault.Code.NO_POINTS,
            Fault.Code.NO_TOTAL,
            Fault.Code.SECOND_TOTAL);

    private static final Validator VALIDATOR = validator();

    @Test
    void accepts_the_sample() {
        assertThat(errors(Sample.TEXT)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void accepts_every_example_as_the_reader_does(String name) {
        assertThat(errors(Examples.text(name))).isEmpty();
        assertThat(errors(StackText.write(StackTextTest.stack(Examples.text(name)))))
                .isEmpty();
    }

    static List<String> examples() {
        return Examples.names();
    }

    @Property(tries = 100)
    @Domain(Stacks.class)
    void accepts_what_the_writer_writes(@ForAll Stack stack) {
        assertThat(errors(StackText.write(stack))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.cairn.stacking.text.StackTextTest#faults")
    void refuses_what_the_reader_refuses(String part, String by, Fault.Code code) {
        var text = Sample.with(part, by).replace("«", "");
        var refused = BEYOND.contains(code) || text.contains("\u0007") || text.contains("70: G");

        assertThat(refused || !errors(text).isEmpty()).isTrue();
    }

    static String errors(String text) {
        return VALIDATOR.validate(STACK, json(text)).getErrors().stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getError())
                .collect(Collectors.joining("\n"));
    }

    private static Validator validator() {
        var validator = new ValidatorFactory()
                .withDefaultDialect(new Dialects.Draft2020Dialect())
                .withJsonNodeFactory(new SnakeYamlNode.Factory())
                .createValidator();
        validator.registerSchema(StackText.schema());
        return validator;
    }

    /// As an editor would see the text, which reads YAML 1.2: `no` is a word there.
    static String json(String text) {
        return json(new Yaml(new LoaderOptions()).compose(new StringReader(text)));
    }

    private static String json(Node node) {
        return switch (node) {
            case MappingNode mapping ->
                mapping.getValue().stream()
                        .map(pair ->
                                quoted(((ScalarNode) pair.getKeyNode()).getValue()) + ": " + json(pair.getValueNode()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case SequenceNode list ->
                list.getValue().stream().map(SchemaTest::json).collect(Collectors.joining(", ", "[", "]"));
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new AssertionError(node);
        };
    }

    private static String scalar(ScalarNode scalar) {
        var value = scalar.getValue();
        if (!scalar.isPlain()) {
            return quoted(value);
        }
        if (value.isEmpty() || value.equals("~")) {
            return "null";
        }
        return value.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?|true|false|null") ? value : quoted(value);
    }

    private static String quoted(String text) {
        return text.chars()
                .mapToObj(each -> each < ' ' || each > '~' || each == '"' || each == '\\'
                        ? "\\u%04x".formatted(each)
                        : String.valueOf((char) each))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
