package org.specimen.resolve.conda;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.specimen.index.channel.ChannelRecord;

/** Leaves out the old form of files, {@code .tar.bz2}, where the same package stands beside it as {@code .conda}. */
final class OneForm {

    private static final String NEW = ".conda";
    private static final String OLD = ".tar.bz2";

    private OneForm() {}

    static List<ChannelRecord> of(List<ChannelRecord> records) {
        Set<String> inNewForm = new HashSet<>();
        boolean hasOld = false;
        for (ChannelRecord record : records) {
            String file = record.fileName();
            if (file.endsWith(NEW)) {
                inNewForm.add(file.substring(0, file.length() - NEW.length()));
            } else {
                hasOld = true;
            }
        }
        return hasOld && !inNewForm.isEmpty()
                ? records.stream()
                        .filter(record -> !isSuperseded(record.fileName(), inNewForm))
                        .toList()
                : records;
    }

    private static boolean isSuperseded(String file, Set<String> inNewForm) {
        return file.endsWith(OLD) && inNewForm.contains(file.substring(0, file.length() - OLD.length()));
    }
}
