package org.specimen.ui.packages;

import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;
import org.specimen.ui.packages.PackageRow.Kind;
import org.specimen.ui.packages.PackageRow.State;

/** A row that shows by its look what it is to the project; its words say so too. */
final class PackageTableRow extends TableRow<PackageRow> {

    /** A cell without content that asks for some. */
    static final PseudoClass INVITES = PseudoClass.getPseudoClass("invites");

    private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final PseudoClass VERIFIED = PseudoClass.getPseudoClass("verified");

    @Override
    protected void updateItem(@Nullable PackageRow row, boolean empty) {
        super.updateItem(row, empty);
        boolean there = row != null && !empty;
        pseudoClassStateChanged(
                QUIET, there && row != null && (row.kind() == Kind.LEFT_OUT || row.kind() == Kind.NEEDED));
        pseudoClassStateChanged(REFUSED, there && row != null && row.state() == State.REFUSED);
        pseudoClassStateChanged(VERIFIED, there && row != null && row.state() == State.VERIFIED);
    }
}
