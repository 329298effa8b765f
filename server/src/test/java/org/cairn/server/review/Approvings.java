package org.cairn.server.review;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;

/// What rooms that listen are told.
class Approvings {
    private final List<VersionApproved> approved = new CopyOnWriteArrayList<>();
    private final List<ApprovalLost> lost = new CopyOnWriteArrayList<>();

    @EventListener
    public void on(VersionApproved event) {
        approved.add(event);
    }

    @EventListener
    public void on(ApprovalLost event) {
        lost.add(event);
    }

    List<VersionApproved> approved(ReviewId review) {
        return approved.stream().filter(event -> event.review().equals(review)).toList();
    }

    List<ApprovalLost> lost(ReviewId review) {
        return lost.stream().filter(event -> event.review().equals(review)).toList();
    }
}
