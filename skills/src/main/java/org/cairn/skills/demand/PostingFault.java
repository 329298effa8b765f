package org.cairn.skills.demand;

/// Why a row is no posting.
public enum PostingFault {
    /// Not JSON, or a quotation in a table that never ends; what the parser says stands beside it.
    SYNTAX,
    /// Not an object: a list or a bare value where a posting should be.
    NOT_A_POSTING,
    /// A line or a field beyond what is read.
    TOO_LONG,
    /// Neither title nor text.
    NO_WORDS,
    /// Nobody says when it was published, and without that it belongs to no month.
    NO_DATE,
    /// A date that cannot be understood for certain, such as 03/04/2026, or that no posting bears.
    DATE,
    /// A country that is none.
    COUNTRY,
    /// The first line of a table names no column for a title or text, or none for a date. Nothing can be read.
    NO_COLUMNS,
    /// The document breaks off or cannot be understood from here on. Nothing after it was read.
    REST_UNREADABLE
}
