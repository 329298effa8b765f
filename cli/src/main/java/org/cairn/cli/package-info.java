/// The command `cairn`: each subcommand reads files, calls a library and writes files; what went wrong is one
/// sentence on standard error and an exit code (0 done, 1 could not, 2 asked wrongly).
@org.jspecify.annotations.NullMarked
package org.cairn.cli;
