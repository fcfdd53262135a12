package org.specimen.proof.docker;

import java.util.function.Supplier;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineProbe;
import org.specimen.problem.OutsideFailure;

/**
 * The container engines of a computer, of which the one that is there is looked for anew each time.
 *
 * @param looking finds it
 */
record Engines(Supplier<MachineFacts.Engine> looking, Preflight preflight) {

    static Engines ofThisComputer() {
        return new Engines(MachineProbe::engine, Preflight.ofThisComputer());
    }

    static Engines of(Supplier<MachineFacts.Engine> looking) {
        return new Engines(looking, Preflight.ofThisComputer());
    }

    MachineFacts.Engine found() {
        return looking.get();
    }

    /**
     * The one that is there.
     *
     * @throws OutsideFailure if it cannot be spoken to, in words about what to do
     */
    Engine open() {
        MachineFacts.Engine found = found();
        preflight.unreachable(found).ifPresent(trouble -> {
            throw new OutsideFailure(trouble.text());
        });
        return Engine.at(found);
    }

    /**
     * Work with the one that is there.
     *
     * @throws OutsideFailure if it cannot be spoken to
     */
    <T> T with(Work<T> work) {
        try (Engine engine = open()) {
            return work.with(engine);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new OutsideFailure(Texts.get("interrupted"), interrupted);
        }
    }

    interface Work<T> {
        T with(Engine engine) throws InterruptedException;
    }
}
