package org.cairn.skills.match;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The sentence model all-MiniLM-L6-v2 (eight-bit weights), which ships as a Maven artifact. Thread-safe;
/// each call works on the thread that makes it.
final class Encoder implements AutoCloseable {
    static final String MODEL = "all-MiniLM-L6-v2-q";
    static final int WIDTH = 384;
    private static final String RESOURCE = "/all-minilm-l6-v2-q";
    private static final int MOST_PIECES = 256;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final WordPieces words;

    Encoder() {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // The callers bring the threads: sentences side by side are faster than the parts of one.
            options.setIntraOpNumThreads(1);
            session = environment.createSession(bytes(".onnx"), options);
            words = new WordPieces(vocabulary(), MOST_PIECES);
        } catch (OrtException broken) {
            throw new IllegalStateException("the sentence model does not start: " + broken.getMessage(), broken);
        }
    }

    /// A text as the model sees it: for each piece what it means where it stands.
    record States(WordPieces.Pieces pieces, float[] values) {}

    WordPieces.Pieces pieces(String text) {
        return words.of(text);
    }

    /// Texts of about the same length make the fastest batch, because all are filled up to the longest.
    List<States> states(List<WordPieces.Pieces> batch) {
        int longest = batch.stream().mapToInt(WordPieces.Pieces::size).max().orElse(0);
        long[] shape = {batch.size(), longest};
        long[] ids = new long[batch.size() * longest];
        long[] mask = new long[ids.length];
        for (int row = 0; row < batch.size(); row++) {
            int[] of = batch.get(row).ids();
            for (int i = 0; i < of.length; i++) {
                ids[row * longest + i] = of[i];
                mask[row * longest + i] = 1;
            }
        }
        try (OnnxTensor idsIn = tensor(ids, shape);
                OnnxTensor maskIn = tensor(mask, shape);
                OnnxTensor typesIn = tensor(new long[ids.length], shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", idsIn, "attention_mask", maskIn, "token_type_ids", typesIn))) {
            return cut(batch, longest, ((OnnxTensor) result.get(0)).getFloatBuffer());
        } catch (OrtException broken) {
            throw new IllegalStateException("the sentence model failed: " + broken.getMessage(), broken);
        }
    }

    private static List<States> cut(List<WordPieces.Pieces> batch, int longest, FloatBuffer all) {
        List<States> states = new ArrayList<>(batch.size());
        for (int row = 0; row < batch.size(); row++) {
            float[] values = new float[batch.get(row).size() * WIDTH];
            all.get(row * longest * WIDTH, values);
            states.add(new States(batch.get(row), values));
        }
        return states;
    }

    private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
    }

    private static Map<String, Integer> vocabulary() {
        Map<String, Integer> vocabulary = new HashMap<>();
        for (Map.Entry<String, JsonNode> word : new JsonMapper()
                .readTree(bytes("-tokenizer.json"))
                .path("model")
                .path("vocab")
                .properties()) {
            vocabulary.put(word.getKey(), word.getValue().asInt());
        }
        return vocabulary;
    }

    private static byte[] bytes(String suffix) {
        try (InputStream in = Encoder.class.getResourceAsStream(RESOURCE + suffix)) {
            if (in == null) {
                throw new IllegalStateException("the sentence model is not on the class path: " + RESOURCE + suffix);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException broken) {
            throw new IllegalStateException("the sentence model does not close: " + broken.getMessage(), broken);
        }
    }
}
