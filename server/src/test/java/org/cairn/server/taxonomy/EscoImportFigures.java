package org.cairn.server.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.server.CairnTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// How long the whole of ESCO takes to come in and how fast one finds in it; no test, run by `./dev bench
/// taxonomy` where its files lie in the folder `CAIRN_SHARED_DATA` names.
@CairnTest
class EscoImportFigures {
    private static final List<String> TYPED = List.of(
            "d",
            "da",
            "dat",
            "data",
            "data an",
            "data analysis",
            "manage st",
            "anlysis",
            "pharmcay",
            "progr",
            "c++",
            "communicate with customers",
            "s",
            "e",
            "softwre develpment",
            "warehouse",
            "stock",
            "work in te");

    @Autowired
    Imports imports;

    @Autowired
    Uploads uploads;

    @Autowired
    Taxonomies taxonomies;

    @Autowired
    Entries entries;

    private record OnDisk(Path path) implements Uploads.Incoming {
        @Override
        public String name() {
            return path.getFileName().toString();
        }

        @Override
        public java.io.InputStream open() throws java.io.IOException {
            return Files.newInputStream(path);
        }
    }

    @Test
    void the_whole_of_esco() throws Exception {
        Path esco = Path.of(System.getenv("CAIRN_SHARED_DATA")).resolve("esco");
        List<OnDisk> files;
        try (Stream<Path> zips = Files.list(esco)) {
            files = zips.filter(path -> path.toString().endsWith(".zip"))
                    .map(OnDisk::new)
                    .toList();
        }

        long start = System.nanoTime();
        var id = imports.begin(uploads.keep(files), new Imports.Wish("system", Optional.empty(), true));
        while (imports.progress(id).orElseThrow().state() == Progress.State.RUNNING) {
            Thread.sleep(100);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("RESULT esco.import %.1f s%n", seconds);
        System.out.println(imports.progress(id).orElseThrow() + " " + entries.counts(id));

        start = System.nanoTime();
        assertThat(taxonomies.current().skills()).hasSizeGreaterThan(13_000);
        System.out.printf("RESULT esco.load %.1f s%n", (System.nanoTime() - start) / 1e9);
        searches();
    }

    private void searches() {
        for (int warm = 0; warm < 30; warm++) {
            TYPED.forEach(typed -> taxonomies.search(typed, "en", Concept.Kind.SKILL, 10));
        }
        double[] millis = new double[TYPED.size() * 20];
        for (int i = 0; i < millis.length; i++) {
            long start = System.nanoTime();
            taxonomies.search(TYPED.get(i % TYPED.size()), "en", Concept.Kind.SKILL, 10);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf("RESULT skills.search.median %.2f ms%n", millis[millis.length / 2]);
        System.out.printf("RESULT skills.search.worst %.2f ms%n", millis[millis.length - 1]);
    }
}
