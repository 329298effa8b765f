package org.cairn.server.award;

/// How dates with slashes are to be read, where the person who sends the file says so.
enum DateOrder {
    UNDECLARED,
    DAY_FIRST,
    MONTH_FIRST
}
