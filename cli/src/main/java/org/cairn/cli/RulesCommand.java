package org.cairn.cli;

import picocli.CommandLine.Command;

/// `cairn rules …`.
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = "Rule packs of quality bodies.",
        subcommands = RulesCheck.class)
final class RulesCommand {}
