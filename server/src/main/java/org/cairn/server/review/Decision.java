package org.cairn.server.review;

/// How a round ends.
enum Decision {
    APPROVED(ReviewState.APPROVED),
    APPROVED_WITH_CONDITIONS(ReviewState.APPROVED_WITH_CONDITIONS),
    CHANGES_REQUESTED(ReviewState.CHANGES_REQUESTED),
    REFUSED(ReviewState.REFUSED);

    private final ReviewState leadsTo;

    Decision(ReviewState leadsTo) {
        this.leadsTo = leadsTo;
    }

    ReviewState leadsTo() {
        return leadsTo;
    }

    boolean approves() {
        return leadsTo.isApproved();
    }
}
