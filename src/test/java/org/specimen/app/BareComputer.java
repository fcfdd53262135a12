package org.specimen.app;

import java.util.List;
import org.specimen.advice.Rulebook;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineFacts.Engine;
import org.specimen.machine.OperatingSystem;

/** A computer with Linux on which nothing is installed: no Python, no Conda, no Docker. */
public final class BareComputer {

    public static final Catalogue CATALOGUE = Catalogue.open();

    public static final MachineFacts FACTS =
            new MachineFacts(OperatingSystem.LINUX, TargetPlatform.LINUX_X86_64, List.of(), List.of(), Engine.NONE);

    public static final Workbench WORKBENCH = new Workbench(CATALOGUE, Rulebook::shipped, () -> FACTS);

    private BareComputer() {}
}
