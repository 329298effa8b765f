package org.cairn.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// `cairn skills`: what lies below it.
@Command(
        name = "skills",
        description = "From words to skills.",
        subcommands = {MatchCommand.class, HelpCommand.class})
final class SkillsCommand {}
