package io.kith;

import io.kith.edge.Refusal;
import io.kith.graph.Backup;
import io.kith.graph.StoreRefused;
import io.kith.intake.DemoClinic;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: which words there are, and the status each ends with. */
@Command(
        name = "kith.jar",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Without a command: answers GraphQL until it is stopped.",
        synopsisSubcommandLabel = "[COMMAND]",
        footer = {
            "",
            "Settings follow any command as --name=value, such as --server.port=9090,",
            "--kith.store.directory=/srv/kith or --spring.neo4j.uri=neo4j://graph:7687;",
            "the environment gives them as SERVER_PORT, KITH_STORE_DIRECTORY, SPRING_NEO4J_URI."
        })
final class Commands implements Callable<Integer> {

    /** The status of a command that goes on in the background, so that nobody ends the process. */
    static final int SERVING = -1;

    private static final Pattern SETTING = Pattern.compile("--[\\w-]+(\\.[\\w\\[\\]-]+)+(=.*)?", Pattern.DOTALL);

    private final String[] settings;

    @Option(names = "--demo", description = "First loads a made-up clinic, if the store is empty.")
    private boolean demo;

    private Commands(String[] settings) {
        this.settings = settings;
    }

    /** Runs what the words ask for and returns the status to end with. */
    static int run(String[] arguments) {
        var settings = Arrays.stream(arguments).filter(Commands::isSetting).toArray(String[]::new);
        var words = Arrays.stream(arguments).filter(word -> !isSetting(word)).toArray(String[]::new);
        return new CommandLine(new Commands(settings))
                .setParameterExceptionHandler(Commands::refuse)
                .setExecutionExceptionHandler(Commands::report)
                .execute(words);
    }

    /** Serves. */
    @Override
    public Integer call() {
        return Start.serving(demo, settings) ? SERVING : ExitCode.SOFTWARE;
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = {
                "Loads a clinic's exported files; rejected rows are named in rejects.csv.",
                "Ends with 0 when every row is loaded or named, 2 when a file cannot be read."
            })
    int load(
            @Parameters(paramLabel = "DIR", description = "The folder with the files.") Path directory,
            @Option(names = "--dry-run", description = "Finds what would be rejected and writes nothing.")
                    boolean dryRun,
            @Option(names = "--strict", description = "Ends with 1 when a row was rejected.") boolean strict) {
        return Start.once(settings, kith -> kith.getBean(Loading.class).load(directory, dryRun, strict));
    }

    @Command(
            name = "demo",
            mixinStandardHelpOptions = true,
            description = "Writes the import files of a made-up clinic into a folder.")
    int demo(
            @Parameters(paramLabel = "DIR", description = "The folder, made if absent.") Path directory,
            @Option(
                            names = "--clients",
                            paramLabel = "N",
                            defaultValue = "" + DemoClinic.DEFAULT_CLIENTS,
                            description = "How many clients; ${DEFAULT-VALUE} if not given.")
                    int clients,
            @Option(
                            names = "--seed",
                            paramLabel = "S",
                            defaultValue = "" + DemoClinic.DEFAULT_SEED,
                            description = "The same seed makes the same clinic; ${DEFAULT-VALUE} if not given.")
                    long seed)
            throws IOException {
        var rows = DemoClinic.write(directory, clients, seed, LocalDate.now(Clock.systemUTC()));
        rows.forEach((file, count) -> System.out.printf("%-18s %,12d rows%n", file, count));
        System.out.printf("A made-up clinic is in %s.%n", directory);
        return ExitCode.OK;
    }

    @Command(
            name = "backup",
            mixinStandardHelpOptions = true,
            description = "Writes the embedded store, operation log included, into one file, while no Kith runs on it.")
    int backup(@Parameters(paramLabel = "FILE", description = "The file, which must not exist.") Path file)
            throws IOException {
        var store = Start.storeDirectory(settings);
        System.out.printf("%,d files of %s are in %s.%n", Backup.save(store, file), store, file);
        return ExitCode.OK;
    }

    @Command(
            name = "restore",
            mixinStandardHelpOptions = true,
            description = "Puts a backup into an empty data folder.")
    int restore(@Parameters(paramLabel = "FILE", description = "The backup.") Path file) throws IOException {
        var store = Start.storeDirectory(settings);
        System.out.printf("%,d files are in %s.%n", Backup.restore(file, store), store);
        return ExitCode.OK;
    }

    private static boolean isSetting(String word) {
        return SETTING.matcher(word).matches();
    }

    private static int refuse(ParameterException refused, String[] words) {
        refused.getCommandLine().getErr().println("kith.jar: %s See --help.".formatted(sentence(refused)));
        return ExitCode.USAGE;
    }

    private static String sentence(ParameterException refused) {
        if (refused instanceof UnmatchedArgumentException unknown) {
            return "'%s' is nothing Kith knows.".formatted(String.join(" ", unknown.getUnmatched()));
        }
        var message = String.valueOf(refused.getMessage());
        return message.endsWith(".") ? message : message + ".";
    }

    private static int report(Exception failed, CommandLine command, CommandLine.ParseResult words) throws Exception {
        if (failed instanceof FileAlreadyExistsException exists) {
            command.getErr().println("kith.jar: %s was %s.".formatted(exists.getFile(), exists.getReason()));
            return ExitCode.USAGE;
        }
        if (failed instanceof IllegalArgumentException
                || failed instanceof IOException
                || failed instanceof Refusal
                || failed instanceof StoreRefused) {
            command.getErr().println("kith.jar: " + failed.getMessage());
            return ExitCode.USAGE;
        }
        throw failed;
    }
}
