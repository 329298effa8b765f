package org.cairn.cli;

import picocli.CommandLine.Command;

/// `cairn pathway`: which offerings to take next.
@Command(
        name = "pathway",
        mixinStandardHelpOptions = true,
        description = "Which offerings to take next.",
        subcommands = {PathwayPlan.class})
final class Pathway {}
