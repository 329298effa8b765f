package org.cairn.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command `cairn` with what lies below it.
@Command(
        name = "cairn",
        mixinStandardHelpOptions = true,
        description = "Cairn's libraries for scripts and operators.",
        subcommands = {
            SkillsCommand.class,
            Pathway.class,
            RulesCommand.class,
            TaxonomyCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Cairn {
    private Cairn() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Cairn()).execute(arguments));
    }
}
