package org.specimen.proof.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.List;
import java.util.Optional;
import org.specimen.proof.MakeRequest;
import org.specimen.proof.Trouble;
import org.specimen.proof.Trouble.Fix;

/** Whether the name of the image is one that somebody else gave to theirs. */
final class TakenName {

    private TakenName() {}

    /** Empty where it is free or Specimen's, or may be taken away. */
    static Optional<Trouble> of(Engine engine, MakeRequest request) {
        ImageName name = ImageName.of(request.plan());
        if (request.replaceExisting() || engine.ask(client -> isFreeOrOurs(client, name))) {
            return Optional.empty();
        }
        Trouble told = Texts.trouble("name.taken", name);
        return Optional.of(
                new Trouble(told.what(), told.whatToDo(), List.of(new Fix.ReplaceExisting(name.toString()))));
    }

    private static boolean isFreeOrOurs(DockerClient client, ImageName name) {
        try {
            return name.isOfSpecimen(
                    Engine.labels(client.inspectImageCmd(name.toString()).exec()));
        } catch (NotFoundException free) {
            return true;
        }
    }
}
