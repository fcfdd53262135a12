package org.specimen.resolve.conda;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.specimen.conda.MatchSpec;
import org.specimen.conda.PackageRecord;
import org.specimen.conda.VirtualPackage;

/** Checks an environment record by record, by nothing but conda's values. */
final class Validity {

    private final Map<String, PackageRecord> records = new HashMap<>();
    private final Map<String, VirtualPackage> virtual = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    private Validity() {}

    /** What is wrong with it; nothing if it is valid. */
    static List<String> faults(List<PackageRecord> records, List<MatchSpec> wishes, List<VirtualPackage> virtual) {
        Validity validity = new Validity();
        virtual.forEach(one -> validity.virtual.put(one.name().value(), one));
        for (PackageRecord record : records) {
            if (validity.records.put(record.name().value(), record) != null) {
                validity.faults.add("twice: " + record.name());
            }
        }
        wishes.forEach(wish -> validity.require("the wish", wish));
        records.forEach(validity::check);
        validity.checkNothingIsSuperfluous(wishes);
        return validity.faults;
    }

    private void check(PackageRecord record) {
        record.depends().forEach(text -> require(record.toString(), MatchSpec.parse(text)));
        for (String text : record.constrains()) {
            MatchSpec spec = MatchSpec.parse(text);
            String name = name(spec);
            boolean isBroken = (records.containsKey(name) && !spec.matches(records.get(name)))
                    || (virtual.containsKey(name) && !spec.matches(virtual.get(name)));
            if (isBroken) {
                faults.add(record + " goes only with " + text);
            }
        }
    }

    private void require(String who, MatchSpec spec) {
        String name = name(spec);
        boolean isMet = (records.containsKey(name) && spec.matches(records.get(name)))
                || (virtual.containsKey(name) && spec.matches(virtual.get(name)));
        if (!isMet) {
            faults.add(who + " needs " + spec + ", and there is " + records.get(name));
        }
    }

    private void checkNothingIsSuperfluous(List<MatchSpec> wishes) {
        Set<String> reached = new HashSet<>();
        Deque<String> todo = new ArrayDeque<>();
        wishes.forEach(wish -> todo.add(name(wish)));
        while (!todo.isEmpty()) {
            String name = todo.remove();
            if (reached.add(name) && records.containsKey(name)) {
                records.get(name).depends().forEach(text -> todo.add(name(MatchSpec.parse(text))));
            }
        }
        records.keySet().stream()
                .filter(name -> !reached.contains(name))
                .forEach(name -> faults.add("nothing needs " + name));
    }

    private static String name(MatchSpec spec) {
        return spec.exactName().orElseThrow().value();
    }
}
