package io.kith;

import java.io.File;
import java.net.URL;
import java.util.Collection;
import org.springframework.boot.loader.launch.JarLauncher;

/** Boot's launcher of a jar of jars, with a class loader that knows which jar holds what. */
final class IndexedLauncher extends JarLauncher {

    private IndexedLauncher() throws Exception {}

    public static void main(String[] arguments) throws Exception {
        new IndexedLauncher().launch(arguments);
    }

    /** Boot's own for its tools, which extract the jar. */
    @Override
    protected ClassLoader createClassLoader(Collection<URL> urls) throws Exception {
        if (System.getProperty("jarmode") != null) {
            return super.createClassLoader(urls);
        }
        var here = IndexedLauncher.class.getProtectionDomain().getCodeSource().getLocation();
        return new IndexedClassLoader(new File(here.toURI()), urls, IndexedLauncher.class.getClassLoader());
    }
}
