package org.cairn.server.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cairn.server.bulk.BulkItem.Sent;
import org.cairn.server.verify.Verification;
import org.cairn.server.web.InputException;
import org.junit.jupiter.api.Test;

class UnpackingTest {
    private final List<Sent> taken = new ArrayList<>();
    private final Unpacking unpacking = new Unpacking(taken::add);

    private interface Filling {
        void into(ZipOutputStream zip) throws IOException;
    }

    @Test
    void files_and_the_files_of_a_zip_come_in_their_order_with_tidy_names() throws IOException {
        add("one.json", "{}".getBytes(UTF_8));
        add("many.zip", zip(zip -> {
            entry(zip, "folder/", new byte[0]);
            entry(zip, "../../etc/two\u202E.json", "[]".getBytes(UTF_8));
            entry(zip, "__MACOSX/._two.json", new byte[] {1});
            entry(zip, ".hidden", new byte[] {1});
            entry(zip, "three.png", new byte[] {1, 2});
        }));

        assertThat(taken).extracting(Sent::name).containsExactly("one.json", "two.json", "three.png");
        assertThat(unpacking.taken()).isEqualTo(3);
        assertThat(taken.get(1).content()).asString(UTF_8).isEqualTo("[]");
    }

    @Test
    void a_thousand_documents_are_taken_and_one_more_is_refused() throws IOException {
        add("many.zip", zip(zip -> {
            for (var n = 0; n < 1_000; n++) {
                entry(zip, n + ".json", "{}".getBytes(UTF_8));
            }
        }));

        assertThat(taken).hasSize(1_000);
        assertThatThrownBy(() -> add("one more.json", "{}".getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        InputException.class,
                        e -> assertThat(e.faults())
                                .extracting(InputException.Fault::key)
                                .containsExactly("bulk.tooMany"));
    }

    @Test
    void a_bomb_goes_off_at_the_limit_and_not_behind_it() throws IOException {
        // 200 MB of nothing, in some 200 KB: told as too much long before it is unpacked.
        var bomb = zip(zip -> {
            zip.putNextEntry(new ZipEntry("bomb.json"));
            var megabyte = new byte[1 << 20];
            for (var n = 0; n < 200; n++) {
                zip.write(megabyte);
            }
            zip.closeEntry();
        });

        assertThat(bomb).hasSizeLessThan(1 << 20);
        assertThatThrownBy(() -> add("bomb.zip", bomb))
                .isInstanceOfSatisfying(
                        InputException.class,
                        e -> assertThat(e.faults())
                                .extracting(InputException.Fault::key)
                                .containsExactly("bulk.tooMuch"));
        assertThat(taken).isEmpty();
    }

    @Test
    void a_bomb_of_folders_and_hidden_files_goes_off_as_well() throws IOException {
        var hidden = zip(zip -> {
            zip.putNextEntry(new ZipEntry(".bomb"));
            var megabyte = new byte[1 << 20];
            for (var n = 0; n < 70; n++) {
                zip.write(megabyte);
            }
            zip.closeEntry();
        });
        var folders = zip(zip -> {
            for (var n = 0; n <= Unpacking.MOST_ENTRIES; n++) {
                entry(zip, n + "/", new byte[0]);
            }
        });

        assertThatThrownBy(() -> add("hidden.zip", hidden)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> add("folders.zip", folders)).isInstanceOf(InputException.class);
    }

    @Test
    void what_is_too_large_or_packed_twice_is_named_and_not_kept() throws IOException {
        var inner = zip(zip -> entry(zip, "a.json", "{}".getBytes(UTF_8)));
        add("many.zip", zip(zip -> {
            entry(zip, "large.json", new byte[Verification.MAX_BYTES + 1]);
            entry(zip, "inner.zip", inner);
            entry(zip, "good.json", "{}".getBytes(UTF_8));
        }));

        assertThat(taken)
                .extracting(Sent::refused)
                .containsExactly(Optional.of(Unpacking.TOO_LARGE), Optional.of(Unpacking.PACKED), Optional.empty());
        assertThat(taken.subList(0, 2))
                .allSatisfy(one -> assertThat(one.content()).isEmpty());
    }

    @Test
    void a_damaged_zip_is_told_as_that() throws IOException {
        var whole = zip(zip -> entry(zip, "a.json", "{\"a\":\"some text to be packed\"}".getBytes(UTF_8)));
        var damaged = whole.clone();
        for (var place = 36; place < 60; place++) {
            damaged[place] ^= 0x55;
        }

        assertThatThrownBy(() -> add("damaged.zip", damaged)).isInstanceOf(InputException.class);
    }

    private void add(String name, byte[] content) throws IOException {
        unpacking.add(name, "application/octet-stream", new ByteArrayInputStream(content));
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] zip(Filling filling) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            filling.into(zip);
        }
        return bytes.toByteArray();
    }
}
