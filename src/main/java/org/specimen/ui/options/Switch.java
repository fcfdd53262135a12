package org.specimen.ui.options;

import atlantafx.base.controls.ToggleSwitch;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** A switch for the keyboard and for screen readers too; AtlantaFX's own hears the mouse only. */
final class Switch extends ToggleSwitch {

    Switch() {
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        selectedProperty()
                .addListener((property, old, now) -> notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED));
    }

    /** Enter alone: with another key it leads on. */
    private void pressed(KeyEvent event) {
        boolean isAlone = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        if (isAlone && (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER)) {
            fire();
            event.consume();
        }
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED
                ? Boolean.valueOf(isSelected())
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            fire();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
