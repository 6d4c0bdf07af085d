package io.kith.intake;

import io.kith.intake.DemoLife.Lived;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/**
 * A made-up clinic for medical aesthetics, plastic surgery and dentistry, written as import files.
 *
 * <p>The same arguments give the same bytes on every machine. Rows go out one by one: a client costs some 21 bytes of
 * heap, so a million fit anywhere.
 */
public final class DemoClinic {

    /** As many as make a network worth looking at and load in seconds. */
    public static final int DEFAULT_CLIENTS = 5_000;

    /** The seed of the clinic a new user meets. */
    public static final long DEFAULT_SEED = 1;

    private static final int MOST_CLIENTS = 10_000_000;
    private static final String README = "README.txt";
    private static final String LABEL = "GENERATED DATA: a demo clinic made up by Kith. 生成的演示数据。";

    private DemoClinic() {}

    /**
     * Writes three years of the clinic up to the day before today into the directory, made if absent, and returns the rows
     * written by file.
     *
     * @throws IllegalArgumentException if the number of clients is not 1 to 10,000,000
     * @throws FileAlreadyExistsException if the directory holds import files that are not a demo's
     */
    public static Map<String, Long> write(Path directory, int clients, long seed, LocalDate today) throws IOException {
        if (clients < 1 || clients > MOST_CLIENTS) {
            throw new IllegalArgumentException(
                    "A demo clinic has 1 to " + MOST_CLIENTS + " clients, not " + clients + ".");
        }
        Files.createDirectories(directory);
        refuseForeignFiles(directory);
        Files.writeString(directory.resolve(README), readme(clients, seed, today));
        try (DemoFiles files = new DemoFiles(directory)) {
            DemoCatalogue.write(files, clients, seed, today);
            writePeople(files, clients, seed, new DemoCalendar(today));
            return files.rowsByFile();
        } catch (UncheckedIOException unwritten) {
            throw unwritten.getCause();
        }
    }

    private static void writePeople(DemoFiles files, int clients, long seed, DemoCalendar calendar) {
        DemoForest forest = new DemoForest(clients, seed);
        DemoStaff staff = new DemoStaff(clients, seed, calendar);
        DemoPeople people = new DemoPeople(clients, seed, calendar, forest);
        DemoWorld world = new DemoWorld(seed, calendar, staff, forest, people, files);
        DemoContacts contacts = new DemoContacts(world);
        DemoLife life = new DemoLife(world, contacts);
        DemoVoices voices = new DemoVoices(world);
        DemoBonds bonds = new DemoBonds(world);
        staff.write(files);
        for (int client = 0; client < clients; client++) {
            people.write(files, client);
            Lived lived = life.write(client);
            contacts.apart(client, lived.visited());
            voices.write(client, lived);
            bonds.write(client, lived);
        }
        new DemoActivities(world).write(clients);
    }

    /** A clinic's own export must not be lost to a demo. */
    private static void refuseForeignFiles(Path directory) throws IOException {
        Path readme = directory.resolve(README);
        if (Files.exists(readme) && Files.readString(readme).startsWith(LABEL)) {
            return;
        }
        for (DemoFile file : DemoFile.values()) {
            Path path = directory.resolve(file.fileName());
            if (Files.exists(path)) {
                throw new FileAlreadyExistsException(
                        path.toString(), null, "not written by the demo and would be lost; name an empty folder");
            }
        }
    }

    private static String readme(int clients, long seed, LocalDate today) {
        String text = """
                %s

                Nobody in these files exists. Names are put together from lists of common family and given names; phones begin
                with 154, a mobile prefix no carrier of mainland China uses; channels and regions are invented.

                Written by: kith.jar demo --clients %d --seed %d, for %s.
                Read by: kith.jar import. The columns are those of Kith's import layout; times are UTC, amounts decimals.
                """;
        return String.format(Locale.ROOT, text, LABEL, clients, seed, today);
    }
}
