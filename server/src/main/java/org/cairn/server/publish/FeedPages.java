package org.cairn.server.publish;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// What the feed is and how one harvests it.
@Controller
class FeedPages {
    private final Places places;

    FeedPages(Places places) {
        this.places = places;
    }

    /// @param key names its words
    record Line(String key, String href) {}

    @GetMapping("/feed")
    String feed(Model model) {
        model.addAttribute(
                "feeds",
                List.of(
                        new Line("ctdl", "/feed/ctdl"),
                        new Line("elm", "/feed/elm"),
                        new Line("schema", "/feed/schema"),
                        new Line("atom", "/feed/atom.xml")));
        model.addAttribute("parameters", List.of("since", "cursor", "size", "issuer"));
        model.addAttribute(
                "addresses",
                Stream.concat(
                                Arrays.stream(Format.values()).map(f -> "/catalogue/{id}/" + f.slug() + ".jsonld"),
                                Stream.of("/issuers/{name}/ctdl.jsonld"))
                        .toList());
        model.addAttribute("example", places.address("/feed/ctdl?since=2026-01-01&size=50"));
        return "publish/feed";
    }
}
