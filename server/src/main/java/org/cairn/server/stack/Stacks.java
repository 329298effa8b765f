package org.cairn.server.stack;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Organisations;
import org.cairn.server.operate.Audit;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.cairn.stacking.rule.Stack;
import org.cairn.stacking.text.StackText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Rules: written, published, superseded by newer versions. What a method stored is durable when it returns.
/// Thread-safe.
@Service
public class Stacks {
    private static final int LONGEST_TEXT = 200_000;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern UUID_AT_END =
            Pattern.compile("(?:.*/)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", Pattern.CASE_INSENSITIVE);

    private final StackRepository rows;
    private final Specs specs;
    private final Organisations organisations;
    private final Audit audit;
    private final InstantSource time;

    Stacks(StackRepository rows, Specs specs, Organisations organisations, Audit audit, InstantSource time) {
        this.rows = rows;
        this.specs = specs;
        this.organisations = organisations;
        this.audit = audit;
        this.time = time;
    }

    /// Begins a rule. The text may still be faulty.
    ///
    /// @throws ConflictException when the organisation has one of that name
    @Transactional
    StackId create(Acting by, String name, String text) {
        if (!NAME.matcher(name).matches()) {
            throw new InputException(Fault.of("name", "stack.name.form"));
        }
        var draft = new StackDraft(
                new StackId(UUID.randomUUID()), by.organisationId(), name, bounded(text), 1, time.instant(), 0);
        if (!rows.insert(draft)) {
            throw new ConflictException("stack.name.taken");
        }
        record(by, "stack.created", draft.id().subject(), Map.of("name", name));
        return draft.id();
    }

    /// Begins a rule that is ready, and publishes it.
    ///
    /// @throws InputException when the text is faulty, or what it awards is no published spec of the organisation
    @Transactional
    public void open(Acting by, String name, String text) {
        publish(by, create(by, name, text));
    }

    /// @throws ConflictException when somebody else saved since that revision
    @Transactional
    void save(Acting by, StackId id, String text, long revision) {
        var draft = draft(by.organisationId(), id);
        if (!rows.save(by.organisationId(), id, bounded(text), revision, time.instant())) {
            throw new ConflictException("stack.saved.since");
        }
        record(by, "stack.saved", draft.id().subject(), Map.of());
    }

    /// @throws ConflictException when something was published from it: learners may be registered for that
    @Transactional
    void delete(Acting by, StackId id) {
        draft(by.organisationId(), id);
        if (!rows.deleteUnpublished(by.organisationId(), id)) {
            throw new ConflictException("stack.published");
        }
        record(by, "stack.deleted", id.subject(), Map.of());
    }

    /// Publishes the draft as the next version. Learners who are registered stay with theirs.
    ///
    /// @throws InputException when the text is faulty, or what it awards is no published spec of the organisation
    @Transactional
    StackVersion publish(Acting by, StackId id) {
        var draft = rows.lockedDraft(by.organisationId(), id).orElseThrow(() -> new NotFoundException("stack"));
        var written = switch (StackText.read(draft.text())) {
            case StackText.Read(var stack) -> stack;
            case StackText.Refused(var faults) ->
                throw new InputException(Fault.of(
                        "text",
                        "stack.text.faulty",
                        faults.size(),
                        faults.getFirst().sentence()));
        };
        var awarded = awarded(by, written);
        var number = draft.versions() + 1;
        var version = new StackVersion(
                new StackVersionId(UUID.randomUUID()),
                id,
                by.organisationId(),
                number,
                numbered(written, draft.name(), number),
                awarded,
                time.instant());
        rows.insert(version, by.actor());
        record(by, "stack.published", version.id().subject(), Map.of("number", Integer.toString(number)));
        return version;
    }

    private SpecVersionId awarded(Acting by, Stack written) {
        var matcher = UUID_AT_END.matcher(written.awards().strip());
        return Optional.of(matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(found -> new SpecVersionId(UUID.fromString(found.group(1))))
                .filter(spec -> specs.publishedOf(by.organisationId(), spec).isPresent())
                .orElseThrow(() -> new InputException(Fault.of("text", "stack.awards.unknown")));
    }

    private static Stack numbered(Stack stack, String name, int number) {
        return new Stack(
                name,
                number,
                stack.title(),
                stack.awards(),
                stack.level(),
                stack.inForce(),
                stack.credit(),
                stack.grades(),
                stack.root(),
                stack.constraints(),
                stack.options());
    }

    StackDraft draft(OrganisationId organisation, StackId id) {
        return rows.draft(organisation, id).orElseThrow(() -> new NotFoundException("stack"));
    }

    List<StackDraft> drafts(OrganisationId organisation) {
        return rows.drafts(organisation);
    }

    /// A version of any organisation: published means public.
    Optional<StackVersion> version(StackVersionId id) {
        return rows.version(id);
    }

    /// Newest first.
    List<StackVersion> versions(OrganisationId organisation, StackId id) {
        return rows.versions(organisation, id);
    }

    /// The newest open version of every stack of every organisation.
    List<StackVersion> open(int limit) {
        return rows.open(Days.today(time), limit);
    }

    /// Whether a learner can be registered for it today.
    boolean isOpen(StackVersion version) {
        return version.isOpen(Days.today(time));
    }

    List<OrganisationId> partners(OrganisationId organisation) {
        return rows.partners(organisation);
    }

    @Transactional
    void addPartner(Acting by, OrganisationId partner) {
        if (organisations.byId(partner).isEmpty()) {
            throw new NotFoundException("organisation");
        }
        if (partner.equals(by.organisationId())) {
            throw new InputException(Fault.of("partner", "stack.partner.self"));
        }
        rows.addPartner(by.organisationId(), partner, by.actor(), time.instant());
        record(by, "stack.partner.added", "organisation:" + partner, Map.of());
    }

    @Transactional
    void removePartner(Acting by, OrganisationId partner) {
        rows.removePartner(by.organisationId(), partner);
        record(by, "stack.partner.removed", "organisation:" + partner, Map.of());
    }

    private static String bounded(String text) {
        if (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            throw new InputException(Fault.of("text", "stack.text.size", LONGEST_TEXT));
        }
        return text;
    }

    private void record(Acting by, String action, String subject, Map<String, String> detail) {
        audit.record(new Audit.Deed(Optional.of(by.organisationId().value()), by.actor(), action, subject, detail));
    }
}
