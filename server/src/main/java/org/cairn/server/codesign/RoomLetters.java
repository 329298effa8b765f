package org.cairn.server.codesign;

import java.util.Set;
import org.cairn.server.identity.MemberLetters;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.Role;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.web.PageWords;
import org.springframework.stereotype.Component;

/// Letters to the people who sit in a room. Thread-safe.
@Component
class RoomLetters {
    private final MemberLetters letters;
    private final Organisations organisations;
    private final PageWords words;
    private final CairnSettings settings;

    RoomLetters(MemberLetters letters, Organisations organisations, PageWords words, CairnSettings settings) {
        this.letters = letters;
        this.organisations = organisations;
        this.words = words;
        this.settings = settings;
    }

    void started(Room room, Organisation by) {
        send(room, by.id().equals(room.employer()) ? Side.INSTITUTION : Side.EMPLOYER, "started", by.legalName());
    }

    void toBeSigned(Room room) {
        send(room, Side.EMPLOYER, "sign", "");
        send(room, Side.INSTITUTION, "sign", "");
    }

    void reviewIsDue(Room room) {
        send(room, Side.EMPLOYER, "review", "");
        send(room, Side.INSTITUTION, "review", "");
    }

    private void send(Room room, Side to, String which, String detail) {
        var organisation = organisations.byId(room.of(to)).orElseThrow();
        var address = settings.address("/o/" + organisation.slug() + "/codesign/" + room.id())
                .toString();
        letters.send(
                organisation.id(),
                Set.of(Role.ADMIN, to == Side.EMPLOYER ? Role.EMPLOYER : Role.DESIGNER),
                "codesign:" + room.id(),
                locale -> new MemberLetters.Words(
                        words.say(locale, "codesign.letter." + which + ".subject", room.title()),
                        words.say(locale, "codesign.letter." + which + ".text", room.title(), detail, address)));
    }
}
