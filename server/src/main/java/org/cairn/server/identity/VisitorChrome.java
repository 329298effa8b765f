package org.cairn.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cairn.server.web.Chrome;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// The frame for the signed-in person, or for a stranger.
@Component
class VisitorChrome implements Chrome {
    private static final Pattern TENANT = Pattern.compile("/o/([a-z0-9-]+)(/.*)?");

    private final Organisations organisations;

    VisitorChrome(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public Frame frame(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn person
                ? frame(person, request.getRequestURI())
                : new Frame(false, "", Optional.empty(), false, visitorNav(request.getRequestURI()));
    }

    private Frame frame(SignedIn person, String path) {
        var memberships = organisations.membershipsOf(person.person());
        var tenant = TENANT.matcher(path);
        var current = memberships.stream()
                .filter(m -> tenant.matches() && m.organisation().slug().equals(tenant.group(1)))
                .findFirst();
        var nav = current.map(m -> memberNav(m, path)).orElseGet(() -> learnerNav(path, !memberships.isEmpty()));
        return new Frame(
                true, person.name(), current.map(m -> m.organisation().legalName()), memberships.size() > 1, nav);
    }

    private static List<NavItem> visitorNav(String path) {
        return List.of(
                item(path, "/catalogue", "nav.catalogue"),
                item(path, "/skills", "nav.skills"),
                item(path, "/market", "nav.market"),
                item(path, "/verify", "nav.verify"));
    }

    private static List<NavItem> learnerNav(String path, boolean member) {
        var nav = new ArrayList<NavItem>();
        if (member) {
            nav.add(item(path, "/home", "nav.work"));
        }
        var stacks = item(path, "/portfolio/stacks", "nav.mystacks");
        var goals = goals(path);
        var talent = item(path, "/portfolio/talent", "nav.mytalent");
        nav.add(new NavItem(
                "/portfolio",
                "nav.portfolio",
                !stacks.current()
                        && !goals.current()
                        && !talent.current()
                        && item(path, "/portfolio", "nav.portfolio").current()));
        nav.add(goals);
        nav.add(stacks);
        nav.add(talent);
        nav.add(item(path, "/catalogue", "nav.catalogue"));
        nav.add(item(path, "/skills", "nav.skills"));
        nav.add(item(path, "/market", "nav.market"));
        nav.add(item(path, "/verify", "nav.verify"));
        return List.copyOf(nav);
    }

    /// Goals, and what lies around them: skills, plans, courses.
    private static NavItem goals(String path) {
        var around = List.of("/portfolio/goals", "/portfolio/skills", "/portfolio/pathways", "/portfolio/enrolments");
        return new NavItem("/portfolio/goals", "nav.goals", around.stream().anyMatch(path::startsWith));
    }

    private static List<NavItem> memberNav(Membership membership, String path) {
        var home = "/o/" + membership.organisation().slug();
        var nav = new ArrayList<NavItem>();
        nav.add(new NavItem(home, "nav.overview", path.equals(home)));
        if (membership.may(Role.OPERATOR)) {
            nav.add(item(path, "/operator", "nav.operator"));
            nav.add(item(path, "/operator/taxonomies", "nav.taxonomies"));
        }
        if (membership.may(Role.DESIGNER) || membership.may(Role.ISSUER)) {
            nav.add(item(path, home + "/specs", "nav.specs"));
            nav.add(item(path, home + "/stacks", "nav.stacks"));
        }
        if (membership.may(Role.DESIGNER)) {
            nav.add(item(path, home + "/offerings", "nav.offerings"));
            nav.add(item(path, home + "/frameworks", "nav.frameworks"));
        }
        if (membership.may(Role.ISSUER)) {
            nav.add(item(path, home + "/awards", "nav.awards"));
            nav.add(item(path, home + "/claims", "nav.claims"));
        }
        if (membership.may(Role.DESIGNER) || membership.may(Role.ISSUER) || membership.may(Role.EMPLOYER)) {
            nav.add(item(path, home + "/market", "nav.market"));
        }
        if (membership.may(Role.EMPLOYER)) {
            nav.add(item(path, home + "/roles", "nav.roles"));
            nav.add(item(path, home + "/talent", "nav.talent"));
        }
        if (membership.may(Role.EMPLOYER) || membership.may(Role.ISSUER)) {
            nav.add(item(path, home + "/verifications", "nav.verifications"));
        }
        if (isAtTheTable(membership)) {
            nav.add(item(path, home + "/codesign", "nav.codesign"));
            nav.add(item(path, home + "/endorsements", "nav.endorsements"));
        }
        if (membership.may(Role.DESIGNER) || membership.may(Role.REVIEWER)) {
            nav.add(item(path, home + "/reviews", "nav.reviews"));
        }
        if (membership.may(Role.ADMIN)) {
            nav.add(item(path, home + "/members", "nav.members"));
            nav.add(item(path, home + "/keys", "nav.keys"));
        }
        nav.add(item(path, "/verify", "nav.verify"));
        return List.copyOf(nav);
    }

    /// Employers, and those who design for them.
    private static boolean isAtTheTable(Membership membership) {
        return switch (membership.organisation().kind()) {
            case EMPLOYER -> membership.may(Role.EMPLOYER) || membership.may(Role.ADMIN);
            case INSTITUTION -> membership.may(Role.DESIGNER);
            case PLATFORM, QUALITY_BODY -> false;
        };
    }

    private static NavItem item(String path, String href, String key) {
        return new NavItem(href, key, path.equals(href) || path.startsWith(href + "/"));
    }
}
