package org.cairn.server.demo;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cairn.server.operate.Post;
import org.cairn.server.web.NotFoundException;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Who is who in the demonstration, and the mailbox where its letters arrive. Anybody can read every letter, which is
/// why there are no such pages outside the profile.
@Controller
@Profile("demo")
class DemoPages {
    private static final int LETTERS = 60;
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

    private final Post post;
    private final DemoStory story;

    DemoPages(Post post, DemoStory story) {
        this.post = post;
        this.story = story;
    }

    /// One piece of a letter's text.
    ///
    /// @param path where a link leads on this host; blank for plain words
    record Piece(String text, String path) {}

    @GetMapping("/demo")
    String people(Model model) {
        model.addAttribute("staff", story.staff());
        model.addAttribute(
                "houses",
                story.organisations().stream()
                        .collect(Collectors.toMap(DemoStory.House::slug, DemoStory.House::legalName)));
        model.addAttribute("learners", story.learners());
        return "demo/people";
    }

    @GetMapping("/demo/mailbox")
    String mailbox(Locale locale, Model model) {
        var letters = post.newest(LETTERS);
        var clock = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(ZoneOffset.UTC);
        model.addAttribute("letters", letters);
        model.addAttribute(
                "written",
                letters.stream().collect(Collectors.toMap(Post.Posted::id, l -> clock.format(l.writtenAt()))));
        return "demo/mailbox";
    }

    @GetMapping("/demo/mailbox/{id}")
    String letter(@PathVariable UUID id, Model model) {
        var letter = post.newest(LETTERS).stream()
                .filter(l -> l.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("letter"));
        model.addAttribute("letter", letter);
        model.addAttribute("pieces", pieces(letter.text()));
        return "demo/letter";
    }

    private static List<Piece> pieces(String text) {
        var pieces = new ArrayList<Piece>();
        var link = LINK.matcher(text);
        var end = 0;
        while (link.find()) {
            pieces.add(new Piece(text.substring(end, link.start()), ""));
            pieces.add(new Piece(link.group(), link.group()));
            end = link.end();
        }
        pieces.add(new Piece(text.substring(end), ""));
        return List.copyOf(pieces);
    }
}
