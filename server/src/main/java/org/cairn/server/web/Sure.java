package org.cairn.server.web;

import java.util.Map;
import org.springframework.ui.Model;

/// The page between a button and a deed that is not easily taken back. The handler of the deed shows it until the
/// request says `sure=true`, which only this page's button does.
///
/// @param what name of the thing it is about, as somebody gave it
/// @param words prefix of message keys: `….title`, `….means` (what follows from it) and `….submit`
/// @param action where the deed is done; the page posts there
/// @param cancel where who does not want it goes back to
/// @param fields what the deed needs to be told again
public record Sure(String what, String words, String action, String cancel, Map<String, String> fields) {
    public Sure {
        fields = Map.copyOf(fields);
    }

    /// @return the view to answer with
    public String ask(Model model) {
        model.addAttribute("sure", this);
        return "web/sure";
    }
}
