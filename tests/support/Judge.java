// Judges PDF files with the veraPDF engine: java Judge.java FLAVOUR[,FLAVOUR] FILE...
// A line for each file and flavour, and below it, indented, each rule that is broken with the first place.

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

class Judge {
    public static void main(String[] words) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : List.of(words).subList(1, words.length)) {
            for (String flavour : words[0].split(",")) {
                judge(Path.of(file), flavour);
            }
        }
    }

    private static void judge(Path file, String name) throws Exception {
        var flavour = PDFAFlavour.byFlavourId(name);
        var foundry = Foundries.defaultInstance();
        try (InputStream bytes = Files.newInputStream(file); var parser = foundry.createParser(bytes, flavour)) {
            var verdict = foundry.createValidator(flavour, false).validate(parser);
            System.out.println((verdict.isCompliant() ? "kept " : "broken ") + name + " " + file);
            verdict.getTestAssertions().stream()
                .filter(check -> check.getStatus() == TestAssertion.Status.FAILED)
                .collect(java.util.stream.Collectors.toMap(Judge::rule, check -> check, (first, other) -> first))
                .values()
                .forEach(check -> System.out.println("  " + rule(check) + " " + check.getMessage()
                    + " @ " + check.getLocation().getContext()));
        }
    }

    private static String rule(TestAssertion check) {
        return check.getRuleId().getClause() + "-" + check.getRuleId().getTestNumber();
    }
}
