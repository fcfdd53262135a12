package org.specimen.ui.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The texts of one package of the window, from the bundle that lies beside it and is named like it. */
public final class Texts {

    private static final Map<Package, Texts> READ = new ConcurrentHashMap<>();

    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /**
     * The texts of a class's package: those of {@code org.specimen.ui.files} are in {@code files.properties}.
     *
     * @throws java.util.MissingResourceException if the package has none
     */
    public static Texts of(Class<?> user) {
        return READ.computeIfAbsent(user.getPackage(), first -> new Texts(bundle(user)));
    }

    /** Java's own search for a bundle asks every module and provider first, which the first window would wait for. */
    private static ResourceBundle bundle(Class<?> user) {
        String folder = user.getPackageName();
        String name = folder.substring(folder.lastIndexOf('.') + 1) + ".properties";
        try (InputStream properties = user.getResourceAsStream(name)) {
            if (properties == null) {
                throw new MissingResourceException(folder + " has no " + name, folder, name);
            }
            return new PropertyResourceBundle(new InputStreamReader(properties, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * One text.
     *
     * @param values take the places of {@code {0}}, {@code {1}} and so on
     * @throws java.util.MissingResourceException if there is no such text
     */
    public String get(String key, Object... values) {
        return filled(bundle.getString(key), values);
    }

    /** The text {@code key.one} or {@code key.many} as the number asks for, with the number in the place of {@code {0}}. */
    public String counted(String key, long number, Object... more) {
        Object[] values = new Object[more.length + 1];
        values[0] = number;
        System.arraycopy(more, 0, values, 1, more.length);
        return get(key + (number == 1 ? ".one" : ".many"), values);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** One pass from left to right, so that what is filled in is never filled in again. */
    private static String filled(String text, Object... values) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            filled.append(text, from, open).append(values[Integer.parseInt(text.substring(open + 1, close))]);
            from = close + 1;
        }
        return filled.append(text.substring(from)).toString();
    }
}
