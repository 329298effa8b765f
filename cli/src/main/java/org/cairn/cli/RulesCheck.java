package org.cairn.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.cairn.quality.Packs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cairn rules check guild.yaml`.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Reads rule packs and tells what is wrong with them by file, line and remedy.",
        footer = "Exit code: 0 all can be used, 1 one cannot, 2 asked wrongly.")
final class RulesCheck implements Callable<Integer> {
    private static final int COULD_NOT = 1;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The packs.")
    @SuppressWarnings("NullAway.Init")
    private List<Path> files;

    @Override
    public Integer call() {
        var isUsable = true;
        for (var file : files) {
            isUsable &= isUsable(file);
        }
        return isUsable ? spec.exitCodeOnSuccess() : COULD_NOT;
    }

    private boolean isUsable(Path file) {
        PrintWriter errors = spec.commandLine().getErr();
        try {
            return switch (Packs.read(file.toString(), Files.readString(file))) {
                case Packs.Read(var pack) -> {
                    var draft = pack.isDraft() ? ", draft" : "";
                    spec.commandLine()
                            .getOut()
                            .println(file + ": " + pack.id() + " " + pack.version() + ", "
                                    + pack.rules().size() + " rules" + draft);
                    yield true;
                }
                case Packs.Refused(var mistakes) -> {
                    mistakes.forEach(errors::println);
                    yield false;
                }
            };
        } catch (NoSuchFileException e) {
            errors.println("There is no file " + e.getFile() + ".");
        } catch (CharacterCodingException e) {
            errors.println(file + " is not text in UTF-8. Save it anew in that encoding.");
        } catch (IOException e) {
            errors.println(file + " cannot be read: " + e.getMessage());
        }
        return false;
    }
}
