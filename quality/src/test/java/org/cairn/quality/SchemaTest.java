package org.cairn.quality;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cairn.quality.Mistake.Code;
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
    private static final URI PACK = URI.create("urn:cairn:schema:rule-pack");

    /// What a schema cannot know: what stands elsewhere, which facts there are, and the text below the JSON.
    private static final Set<Code> BEYOND = EnumSet.of(
            Code.DUPLICATE_KEY,
            Code.UNKNOWN_PATH,
            Code.WRONG_TYPE,
            Code.MEMBER_OUTSIDE,
            Code.UNKNOWN_LIST,
            Code.UNKNOWN_SOURCE,
            Code.RULE_TWICE,
            Code.NOT_SETTLED,
            Code.KIND_DISAGREES,
            Code.NOT_A_DAY,
            Code.LEAST_ABOVE_MOST,
            Code.CONTROL_CHARACTER,
            Code.NOT_A_FORM,
            Code.LIST_IN_LIST,
            Code.TOO_DEEP,
            Code.ANCHOR,
            Code.TAG,
            Code.SECOND_DOCUMENT,
            Code.NOT_YAML);

    private static final Validator VALIDATOR = validator();

    static List<String> packs() {
        return Packs.files();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void accepts_every_pack_as_the_reader_does(String name) {
        assertThat(errors(Packs.text(name))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.cairn.quality.PackTextTest#mistakes")
    void refuses_what_the_reader_refuses(String part, String by, int line, Code code) {
        var isBeyond = BEYOND.contains(code) || by.contains("spec.kindd") || by.contains("crafts");

        assertThat(isBeyond
                        || !errors(PackTextTest.PACK.replaceFirst(Pattern.quote(part), Matcher.quoteReplacement(by)))
                                .isEmpty())
                .as("line " + line)
                .isTrue();
    }

    private static String errors(String text) {
        var json = json(new Yaml(new LoaderOptions()).compose(new StringReader(text)));
        return VALIDATOR.validate(PACK, json).getErrors().stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getError())
                .collect(Collectors.joining("\n"));
    }

    private static Validator validator() {
        var validator = new ValidatorFactory()
                .withDefaultDialect(new Dialects.Draft2020Dialect())
                .withJsonNodeFactory(new SnakeYamlNode.Factory())
                .createValidator();
        validator.registerSchema(Packs.schema());
        return validator;
    }

    /// As an editor would see the text, which reads YAML 1.2: `no` is a word there.
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
