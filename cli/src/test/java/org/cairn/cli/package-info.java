@org.jspecify.annotations.NullMarked
package org.cairn.cli;
