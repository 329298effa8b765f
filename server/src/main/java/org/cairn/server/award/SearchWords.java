package org.cairn.server.award;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.web.util.WebUtils;

/// What people search for are names and addresses of learners. They stay in the searcher's session, and the address of
/// the list bears a number that means nothing elsewhere: not in a log, a bookmark or a browser's history.
final class SearchWords {
    private static final String ATTRIBUTE = SearchWords.class.getName();
    private static final int REMEMBERED = 20;
    private static final int LONGEST = 200;

    private SearchWords() {}

    private record Entry(String number, String words) implements Serializable {}

    /// Remembers words for this session.
    ///
    /// @return the number to ask for them with; empty when there are none
    static String keep(HttpSession session, String words) {
        var tidy = words.strip();
        if (tidy.isEmpty()) {
            return "";
        }
        var bytes = new byte[6];
        ThreadLocalRandom.current().nextBytes(bytes);
        var number = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        synchronized (WebUtils.getSessionMutex(session)) {
            var entries = new ArrayList<>(entries(session));
            entries.add(new Entry(number, tidy.substring(0, Math.min(LONGEST, tidy.length()))));
            session.setAttribute(
                    ATTRIBUTE,
                    new ArrayList<>(entries.subList(Math.max(0, entries.size() - REMEMBERED), entries.size())));
        }
        return number;
    }

    /// The words of a number; empty when the session knows none.
    static String of(HttpSession session, String number) {
        return entries(session).stream()
                .filter(entry -> entry.number().equals(number))
                .map(Entry::words)
                .findFirst()
                .orElse("");
    }

    private static List<Entry> entries(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof List<?> kept
                ? kept.stream()
                        .filter(Entry.class::isInstance)
                        .map(Entry.class::cast)
                        .toList()
                : List.of();
    }
}
