package org.cairn.credential.bbs;

import static org.cairn.credential.bbs.Suite.API;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import supranational.blst.P1;
import supranational.blst.P1_Affine;

/// The points that messages are bound to (draft, create_generators). They are the same for everybody, so they are
/// worked out once, as far as they were needed. Nobody may change a point that comes from here.
final class Generators {

    /// The fixed point to which domain and messages are added.
    static final P1 FIRST = new P1_Affine(HexFormat.of()
                    .parseHex("a8ce256102840821a3e94ea9025e4662b205762f9776b3a7"
                            + "66c872b948f1fd225e7c59698588e70d11406d161b4e28c9"))
            .to_jacobian();

    private static final String SEED_TAG = API + "SIG_GENERATOR_SEED_";
    private static final String POINT_TAG = API + "SIG_GENERATOR_DST_";
    private static final String SEED = API + "MESSAGE_GENERATOR_SEED";

    private static final Generators SHARED = new Generators();

    private final List<P1> known = new ArrayList<>();
    private byte[] state = Suite.expand(SEED.getBytes(StandardCharsets.US_ASCII), SEED_TAG, Suite.WIDE);

    private Generators() {}

    /// One point for the domain and then one for each message.
    static List<P1> forMessages(int count) {
        return SHARED.first(count + 1);
    }

    private synchronized List<P1> first(int count) {
        while (known.size() < count) {
            byte[] input = ByteBuffer.allocate(state.length + Long.BYTES)
                    .put(state)
                    .putLong(known.size() + 1L)
                    .array();
            state = Suite.expand(input, SEED_TAG, Suite.WIDE);
            known.add(new P1().hash_to(state, POINT_TAG));
        }
        return List.copyOf(known.subList(0, count));
    }
}
