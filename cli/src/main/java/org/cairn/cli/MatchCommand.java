package org.cairn.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cairn.skills.match.SkillMatch;
import org.cairn.skills.match.SkillMatcher;
import org.cairn.skills.taxonomy.Taxonomy;
import org.cairn.skills.taxonomy.TaxonomyException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `cairn skills match`: ranks skills for each line of a file. Reads some thousand lines at a time, so that
/// the file may be of any length; writes beside the file asked for and moves it into place when all is done.
@Command(
        name = "match",
        description = {
            "Rank the skills of a taxonomy for sentences.",
            "In: one JSON object a line, {\"id\": \"1\", \"text\": \"...\"}.",
            "Out: {\"id\": \"1\", \"matches\": [{\"uri\": ..., \"label\": ..., \"score\": ...}]}, one line each, in order."
        })
final class MatchCommand implements Callable<Integer> {
    private static final int AT_A_TIME = 4096;

    @Option(names = "--taxonomy", required = true, paramLabel = "DIR", description = "ESCO's CSV or zip files")
    private Path taxonomy = Path.of("");

    @Option(names = "--in", required = true, paramLabel = "FILE", description = "sentences, JSON Lines")
    private Path in = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "matches, JSON Lines")
    private Path out = Path.of("");

    @Option(names = "--top", defaultValue = "10", description = "how many a sentence (default: ${DEFAULT-VALUE})")
    private int top = 10;

    @Option(names = "--language", defaultValue = "en", description = "of the sentences (default: ${DEFAULT-VALUE})")
    private String language = "en";

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "where vectors are kept (default: cairn in the user's cache folder)")
    private @Nullable Path cache;

    @Override
    public Integer call() throws InterruptedException {
        try {
            run();
            return 0;
        } catch (LineException bad) {
            System.err.println("cairn: " + in + ", " + bad.getMessage());
        } catch (TaxonomyException unreadable) {
            System.err.println("cairn: " + unreadable.getMessage());
        } catch (IOException failed) {
            System.err.println("cairn: " + Trouble.inWords(failed));
        }
        return 1;
    }

    private void run() throws IOException, TaxonomyException, LineException, InterruptedException {
        if (top < 1 || top > 1000) {
            throw new LineException("--top: from 1 to 1000, not " + top);
        }
        try (BufferedReader lines = Files.newBufferedReader(in);
                SkillMatcher matcher = SkillMatcher.open(
                        Taxonomy.esco(taxonomy), cache == null ? CacheFolder.ofUser() : cache, MatchCommand::tell)) {
            Path folder = out.toAbsolutePath().getParent();
            Path beside = Files.createTempFile(folder, out.getFileName().toString(), ".part");
            try {
                try (BufferedWriter to = Files.newBufferedWriter(beside)) {
                    all(new SentenceLines(lines), matcher, to);
                }
                Files.move(beside, out, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
        }
    }

    private void all(SentenceLines lines, SkillMatcher matcher, BufferedWriter to)
            throws IOException, LineException, InterruptedException {
        long done = 0;
        for (List<SentenceLines.Line> some = lines.next(AT_A_TIME); !some.isEmpty(); some = lines.next(AT_A_TIME)) {
            List<String> texts = new ArrayList<>(some.size());
            some.forEach(line -> texts.add(line.text()));
            List<List<SkillMatch>> matches = matcher.match(texts, language, top);
            for (int i = 0; i < some.size(); i++) {
                to.write(SentenceLines.answer(some.get(i), matches.get(i)));
                to.write('\n');
            }
            done += some.size();
            System.err.println("cairn: " + done + " sentences");
        }
    }

    private static void tell(long done, long total) {
        System.err.printf("cairn: reading the taxonomy's names, %d of %d%n", done, total);
    }
}
