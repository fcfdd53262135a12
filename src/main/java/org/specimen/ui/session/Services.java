package org.specimen.ui.session;

import java.time.InstantSource;
import org.specimen.catalogue.Catalogue;
import org.specimen.ui.task.TaskRunner;

/** What the pages work with. */
public record Services(
        Session session,
        Journey journey,
        TaskRunner tasks,
        Proofs proofs,
        Catalogue catalogue,
        Desktop desktop,
        InstantSource clock) {}
