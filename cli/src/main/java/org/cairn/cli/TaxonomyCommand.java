package org.cairn.cli;

import picocli.CommandLine.Command;

/// Commands about taxonomies.
@Command(
        name = "taxonomy",
        mixinStandardHelpOptions = true,
        description = "Skills and occupations as published by others.",
        subcommands = {TaxonomyImport.class})
final class TaxonomyCommand {}
