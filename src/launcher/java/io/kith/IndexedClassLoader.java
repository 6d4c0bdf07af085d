package io.kith;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSource;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import org.springframework.boot.loader.jar.NestedJarFile;
import org.springframework.boot.loader.net.protocol.jar.JarUrl;

/**
 * Loads classes and resources from the jars within a jar, asking only those that have the folder in question: Boot's own
 * loader asks four hundred in turn for each, which took more than half of the time Kith needs to start.
 */
final class IndexedClassLoader extends URLClassLoader {

    private static final String VERSIONS = "META-INF/versions/";

    static {
        registerAsParallelCapable();
    }

    /** A jar within the jar. */
    private record Holder(NestedJarFile jar, URL url, String name) {}

    private final File outer;
    private final Map<String, List<Holder>> byFolder = new HashMap<>();

    /** @param urls of the jars within {@code outer}, as {@code jar:nested:/outer.jar/!inner!/} */
    IndexedClassLoader(File outer, Collection<URL> urls, ClassLoader parent) throws IOException {
        super(urls.toArray(URL[]::new), parent);
        this.outer = outer;
        for (var url : urls) {
            index(url);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        var path = name.replace('.', '/') + ".class";
        for (var holder : holders(path)) {
            var entry = holder.jar().getJarEntry(path);
            if (entry != null) {
                return define(name, holder, entry);
            }
        }
        throw new ClassNotFoundException(name);
    }

    @Override
    public URL findResource(String path) {
        for (var holder : holders(path)) {
            if (has(holder, path)) {
                return url(holder, path);
            }
        }
        return null;
    }

    @Override
    public Enumeration<URL> findResources(String path) {
        var found = new ArrayList<URL>();
        for (var holder : holders(path)) {
            if (has(holder, path)) {
                found.add(url(holder, path));
            }
        }
        return Collections.enumeration(found);
    }

    private void index(URL url) throws IOException {
        var text = url.toString();
        var name = text.substring(text.indexOf("/!") + 2, text.length() - "!/".length());
        var holder = new Holder(new NestedJarFile(outer, name, Runtime.version()), url, name);
        var entries = holder.jar().entries();
        while (entries.hasMoreElements()) {
            for (var folder = folder(entries.nextElement().getName());
                    add(folder, holder) && !folder.isEmpty();
                    folder = folder(folder)) {}
        }
    }

    /** Whether the folder was not known to be in that jar. */
    private boolean add(String folder, Holder holder) {
        var holders = byFolder.computeIfAbsent(folder, none -> new ArrayList<>(1));
        return (holders.isEmpty() || holders.get(holders.size() - 1) != holder) && holders.add(holder);
    }

    private List<Holder> holders(String path) {
        return byFolder.getOrDefault(folder(path), List.of());
    }

    /** The folder a file or folder is in; that of a class for one version of Java is the one it is loaded from. */
    private static String folder(String path) {
        var end = path.endsWith("/") ? path.length() - 1 : path.length();
        var cut = path.lastIndexOf('/', end - 1);
        var folder = cut < 0 ? "" : path.substring(0, cut);
        var plain = folder.startsWith(VERSIONS) ? folder.indexOf('/', VERSIONS.length()) : -1;
        return plain < 0 ? folder : folder.substring(plain + 1);
    }

    private static boolean has(Holder holder, String path) {
        return holder.jar().getEntry(path) != null;
    }

    private URL url(Holder holder, String path) {
        return JarUrl.create(outer, holder.name(), path);
    }

    private Class<?> define(String name, Holder holder, JarEntry entry) throws ClassNotFoundException {
        try (var in = holder.jar().getInputStream(entry)) {
            var bytes = in.readAllBytes();
            definePackage(name, holder);
            return defineClass(name, bytes, 0, bytes.length, new CodeSource(holder.url(), (Certificate[]) null));
        } catch (IOException broken) {
            throw new ClassNotFoundException(name, broken);
        }
    }

    private void definePackage(String className, Holder holder) throws IOException {
        var cut = className.lastIndexOf('.');
        var name = cut < 0 ? "" : className.substring(0, cut);
        if (cut < 0 || getDefinedPackage(name) != null) {
            return;
        }
        try {
            var manifest = holder.jar().getManifest();
            if (manifest == null) {
                definePackage(name, null, null, null, null, null, null, null);
            } else {
                definePackage(name, manifest, holder.url());
            }
        } catch (IllegalArgumentException another) {
            if (getDefinedPackage(name) == null) {
                throw another;
            }
        }
    }
}
