package org.specimen.ui;

import javafx.application.Platform;
import javafx.scene.Scene;

/** Waits until a scene has been laid out and drawn for the first time. */
final class FirstFrame {

    private FirstFrame() {}

    /** Called on the JavaFX thread, which does the work. */
    static void then(Scene scene, Runnable work) {
        // The second layout begins when the picture of the first has been handed on.
        scene.addPostLayoutPulseListener(new Runnable() {
            private int pulses;

            @Override
            public void run() {
                pulses++;
                if (pulses == 2) {
                    scene.removePostLayoutPulseListener(this);
                    work.run();
                } else {
                    Platform.requestNextPulse();
                }
            }
        });
    }
}
